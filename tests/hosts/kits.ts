import type { ServerKind } from '../../bin/database_server.js'

/** A line that a user of the chat writes by hand, below the one that it is about. */
export interface Edit {
  file: string
  below: string
  line: string
}

/** A fresh application into which the chat is installed. */
export interface Kit {
  /** Folders of `tests/hosts/kits`; each replaces files of those before. */
  layers: string[]
  /** What the layers bring along and this application does not have. */
  without?: string[]
  /** Packages beside those of the layers. */
  packages?: Record<string, string>
  database?: ServerKind
  /** The answers to `configure`; by default everyone has access. */
  flags?: string
  edits?: Edit[]
  /** What is played beside the story that all of them share. */
  plays?: ('badge' | 'tokens' | 'lifecycle')[]
}

const NO_VITE = [
  'vite.config.ts',
  'config/vite.ts',
  'config/static.ts',
  'resources/js',
  'resources/css',
]
const NO_LAYOUT = ['resources/views/components', 'resources/views/pages/errors']

/**
 * The applications of `npm run test:hosts`. They are written after the official kits of AdonisJS 7 (MIT): the same
 * packages, middleware and files, as far as the chat meets them.
 */
export const KITS: Record<string, Kit> = {
  hypermedia: { layers: ['hypermedia'], plays: ['lifecycle'] },
  bare: {
    layers: ['hypermedia', 'bare'],
    without: [...NO_VITE, ...NO_LAYOUT],
    flags: '--access=emails --admins=ada@example.com --guards=web,api',
    plays: ['tokens'],
  },
  inertia: {
    layers: ['hypermedia', 'inertia'],
    without: [
      'resources/js',
      'resources/css',
      'resources/views/pages',
      'resources/views/components',
    ],
    edits: [
      {
        file: 'resources/views/inertia_layout.edge',
        below: '@inertiaHead()',
        line: "    @include('chat::agent')",
      },
      {
        file: 'inertia/layouts/default.tsx',
        below: '<Link route="home">',
        line: '          {user && <a href="/chat">Chat <span id="chat-sidebar-unread" /></a>}',
      },
      {
        file: 'inertia/layouts/default.tsx',
        below: '</nav>',
        line: '        {user && <div id="chat-sidebar-status" />}',
      },
    ],
    plays: ['badge'],
  },
  uuid: { layers: ['hypermedia', 'uuid'] },
  mysql: {
    layers: ['hypermedia', 'server_database'],
    packages: { mysql2: '^3.24.5' },
    database: 'mysql',
  },
  pg: {
    layers: ['hypermedia', 'server_database'],
    packages: { pg: '^8.23.1' },
    database: 'pg',
  },
}
