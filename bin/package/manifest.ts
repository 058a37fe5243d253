import { readFileSync } from 'node:fs'

interface Manifest {
  name: string
  version: string
  description: string
  license: string
  type: string
  exports: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

/** The host brings these, so that it and the chat share one container, one database and one session. */
const PEERS = [
  '@adonisjs/auth',
  '@adonisjs/core',
  '@adonisjs/limiter',
  '@adonisjs/lucid',
  '@adonisjs/session',
  '@adonisjs/shield',
  '@adonisjs/transmit',
  '@vinejs/vine',
  'edge.js',
  'luxon',
]

/**
 * `node ace configure` needs the first, which hosts have for development, emails the second, mailboxes the third, phone
 * numbers in messages the fourth, and smaller copies of pictures the last.
 */
const OPTIONAL_PEERS = [
  '@adonisjs/assembler',
  '@adonisjs/mail',
  'imapflow',
  'libphonenumber-js',
  'sharp',
]

/** Installed with the package. */
const OWN = ['compression', 'ioredis', 'jose', 'postal-mime', 'rate-limiter-flexible']

/** The published package.json. The repository's own states each version, and what others may import, once. */
export function packageManifest() {
  const root = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
  const known = { ...root.devDependencies, ...root.dependencies }
  const versionsOf = (names: string[]) => Object.fromEntries(names.map((n) => [n, known[n]]))
  return {
    name: root.name,
    version: root.version,
    description: root.description,
    keywords: ['adonisjs', 'adonisjs-package', 'live-chat', 'crm', 'helpdesk'],
    license: root.license,
    type: root.type,
    engines: { node: '>=24' },
    main: root.exports['.'],
    types: root.exports['.'].replace(/\.js$/, '.d.ts'),
    exports: Object.fromEntries(Object.entries(root.exports).map(withTypes)),
    imports: { '#chat/*': './app/chat/*.js', '#start/*': './start/*.js' },
    dependencies: versionsOf(OWN),
    peerDependencies: versionsOf([...PEERS, ...OPTIONAL_PEERS]),
    peerDependenciesMeta: Object.fromEntries(OPTIONAL_PEERS.map((n) => [n, { optional: true }])),
  }
}

function withTypes([name, file]: [string, string]) {
  if (!file.endsWith('.js')) return [name, file]
  return [name, { types: file.replace(/\.js$/, '.d.ts'), default: file }]
}
