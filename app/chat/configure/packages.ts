import { readFileSync } from 'node:fs'
import type Configure from '@adonisjs/core/commands/configure'
import type { Codemods } from '@adonisjs/core/ace/codemods'

/** What the module's providers are made of, and a host may not have chosen itself. */
const NEEDED = ['@adonisjs/limiter', '@adonisjs/transmit']

/** Puts into the host's `package.json` what its `adonisrc.ts` now names; `--no-install` only says so. */
export async function requirePackages(command: Configure, codemods: Codemods) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(command.app.makePath('package.json'), 'utf8')
  )
  const missing = NEEDED.filter((name) => !(name in { ...dependencies, ...devDependencies }))
  const packages = missing.map((name) => ({ name, isDevDependency: false }))
  if (!packages.length) return
  if (command.parsedFlags.install === false) return codemods.listPackagesToInstall(packages)
  await codemods.installPackages(packages)
}
