import { prettyPrintError } from '@adonisjs/core'
import type { ChatConfigInput } from '#chat/define_config'
import { createIgnitor } from '../../../bin/boot.js'

/**
 * A server of its own, because routes are registered once per process: `CHAT_CONFIG` has what `config/chat.ts` says
 * otherwise than the reference host's, and `HOST_PAGES` the addresses at which the host has pages of its own.
 */
const changed = JSON.parse(process.env.CHAT_CONFIG ?? '{}') as Partial<ChatConfigInput>
const pages = (process.env.HOST_PAGES ?? '').split(' ').filter(Boolean)

/** Changes the configuration before the application reads it. */
async function configure() {
  const { default: chat } = await import('#config/chat')
  const { defineConfig } = await import('#chat/define_config')
  Object.assign(chat, defineConfig({ ...chat, ...changed }))
}

createIgnitor()
  .tap((app) => {
    app.booting(configure)
    app.booted(async () => {
      const router = await app.container.make('router')
      for (const page of pages) router.get(page, () => `A page of the host: ${page}`)
    })
  })
  .httpServer()
  .start()
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })
