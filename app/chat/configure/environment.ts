import { existsSync, readFileSync } from 'node:fs'
import type { Codemods } from '@adonisjs/core/ace/codemods'
import type { ApplicationService } from '@adonisjs/core/types'
import { endVariablesWithComma } from '#chat/configure/tidy'

/** Adds the variables that `.env` and `start/env.ts` lack, and no other. */
export async function addEnvironment(
  app: ApplicationService,
  codemods: Codemods,
  variables: Record<string, string>
) {
  const known = [read(app.makePath('.env')), read(app.startPath('env.ts'))]
  const lacks = (text: string, name: string) => !new RegExp(`^\\s*${name}\\s*[=:]`, 'm').test(text)

  const missing = Object.entries(variables).filter(([name]) => lacks(known[0], name))
  if (missing.length) await codemods.defineEnvVariables(Object.fromEntries(missing))

  const rules: Record<string, string> = {
    APP_URL: `Env.schema.string({ format: 'url', tld: false })`,
    REDIS_URL: 'Env.schema.string.optional()',
    ...Object.fromEntries(
      Object.keys(variables).map((name) => [name, 'Env.schema.string.optional()'])
    ),
  }
  const unknown = Object.entries(rules).filter(([name]) => lacks(known[1], name))
  if (!unknown.length) return
  await codemods.defineEnvValidations({
    variables: Object.fromEntries(unknown),
    leadingComment: 'Variables of the chat',
  })
  endVariablesWithComma(app.startPath('env.ts'))
}

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')
