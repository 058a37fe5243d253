import { defineConfig } from '@adonisjs/core/app'

/** Needs packages of the system, so that `npm test` leaves it out. */
const WEBKIT = { name: 'webkit', files: ['tests/webkit/**/*.spec.ts'], timeout: 90_000 }

export default defineConfig({
  commands: [
    () => import('@adonisjs/core/commands'),
    () => import('@adonisjs/lucid/commands'),
    () => import('#crm/commands/main'),
    () => import('adonis-crm-chat/commands'),
  ],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    { file: () => import('@adonisjs/core/providers/repl_provider'), environment: ['repl', 'test'] },
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('@adonisjs/transmit/transmit_provider'),
    () => import('@adonisjs/mail/mail_provider'),
    () => import('#providers/crm_provider'),
    () => import('#providers/chat_provider'),
  ],
  hooks: { buildStarting: [() => import('./bin/build_hook.js')] },
  preloads: [() => import('#start/routes'), () => import('#start/kernel')],
  directories: {
    public: 'dist/public',
    controllers: 'app/chat/controllers',
    models: 'app/chat/models',
    services: 'app/chat/services',
    validators: 'app/chat/validators',
    transformers: 'app/chat/transformers',
  },
  tests: {
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 5_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'], timeout: 30_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'], timeout: 90_000 },
      ...(process.env.TEST_BROWSER === 'webkit' ? [WEBKIT] : []),
    ],
    forceExit: true,
  },
  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'dist/public/**', reloadServer: false },
    { pattern: 'dist/chat/**', reloadServer: false },
  ],
})
