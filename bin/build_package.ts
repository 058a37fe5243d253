import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtFiles } from './package/built_files.js'
import { packageManifest } from './package/manifest.js'
import { assetsAreStale } from './start/built_assets.js'
import { readEnvironment } from './start/environment.js'
import { run } from './start/processes.js'

/**
 * `npm run build:package`: makes `build/package`, what a host installs. `npm pack ./build/package` makes its tarball.
 */
const TARGET = 'build/package'

/** Folders and files that the package brings along as they are. */
const COPIED = ['app/chat/stubs', 'resources/views/chat', 'CHANGELOG.md', 'LICENSE', 'README.md']

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (assetsAreStale()) await run(['bin/build.ts'], { ...readEnvironment(), NODE_ENV: 'production' })

rmSync(TARGET, { recursive: true, force: true })
mkdirSync(TARGET, { recursive: true })
await run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.package.json'], readEnvironment())
for (const path of COPIED) cpSync(path, `${TARGET}/${path}`, { recursive: true })
for (const path of builtFiles()) if (existsSync(path)) cpSync(path, `${TARGET}/${path}`)
writeFileSync(`${TARGET}/package.json`, `${JSON.stringify(packageManifest(), null, 2)}\n`)
