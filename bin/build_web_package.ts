import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { readEnvironment } from './start/environment.js'
import { run } from './start/processes.js'

/**
 * `npm run build:web`: makes `build/crm-chat-web`, the package for websites that are made with npm;
 * `npm pack ./build/crm-chat-web` makes its tarball.
 */
const SOURCE = 'resources/js/chat/web'
const TARGET = 'build/crm-chat-web'
const ENTRIES = ['index', 'react', 'vue', 'element']

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await build({ configFile: `${SOURCE}/vite.config.ts` })
await run(['node_modules/typescript/bin/tsc', '-p', `${SOURCE}/tsconfig.json`], readEnvironment())

const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'))
const exported = ENTRIES.map((name) => [
  name === 'index' ? '.' : `./${name}`,
  { types: `./${name}.d.ts`, default: `./${name}.js` },
])
const manifest = {
  name: 'crm-chat-web',
  version,
  license,
  description:
    'The live chat of a CRM on a website that is made with npm: a function, React, Vue, a custom element',
  type: 'module',
  exports: Object.fromEntries(exported),
  sideEffects: ['./element.js'],
  peerDependencies: { react: '>=18', vue: '>=3.3' },
  peerDependenciesMeta: { react: { optional: true }, vue: { optional: true } },
}
writeFileSync(`${TARGET}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`)
cpSync('docs/web_package.md', `${TARGET}/README.md`)
cpSync('LICENSE', `${TARGET}/LICENSE`)
