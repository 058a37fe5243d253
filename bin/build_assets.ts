import { build } from 'vite'
import { markAsBuilt } from './start/built_assets.js'

const CHAT = 'resources/js/chat/vite.config.ts'
const CRM = 'resources/js/crm/vite.config.ts'

/** Builds everything that browsers load: the loader for websites, the chat's pages, the CRM's pages. */
export async function buildAssets() {
  const beganAt = new Date()
  await build({ configFile: CHAT, mode: 'loader' })
  await build({ configFile: CHAT, mode: 'loader_with_consent' })
  await build({ configFile: CHAT, mode: 'app' })
  await build({ configFile: CRM, logLevel: 'warn' })
  markAsBuilt(beganAt)
}
