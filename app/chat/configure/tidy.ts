import { readFileSync, writeFileSync } from 'node:fs'

const LAST_VARIABLE = /(Env\.schema\.[^\n]*\))(\s*\}\))/
const LAST_IN_LIST = /(import\('adonis-crm-chat\/[a-z_]+'\))(\s*\])/g

/** Ends what AdonisJS' codemods have written as the linter of its applications wants it: a file with a newline. */
export function endWithNewline({ destination, status }: { destination: string; status: string }) {
  if (status !== 'skipped')
    writeFileSync(destination, `${readFileSync(destination, 'utf8').trimEnd()}\n`)
}

/** The same for the last variable in `start/env.ts`. */
export function endVariablesWithComma(envFile: string) {
  const text = readFileSync(envFile, 'utf8')
  writeFileSync(envFile, text.replace(LAST_VARIABLE, '$1,$2'))
}

/** The same for the entries of `adonisrc.ts`: each with a comma, the last one, too. */
export function endWithComma(rcFile: string) {
  const text = readFileSync(rcFile, 'utf8')
  writeFileSync(rcFile, text.replace(LAST_IN_LIST, '$1,$2'))
}
