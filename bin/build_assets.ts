import { build } from 'vite'
import { BUILT_SCRIPTS } from '#chat/support/package_files'
import { markAsBuilt } from './start/built_assets.js'

const CHAT = 'resources/js/chat/vite.config.ts'
const CRM = 'resources/js/crm/vite.config.ts'

/** Builds everything that browsers load: the loader for websites, the chat's pages, the CRM's pages. */
export async function buildAssets() {
  const beganAt = new Date()
  for (const mode of BUILT_SCRIPTS) await build({ configFile: CHAT, mode })
  await build({ configFile: CHAT, mode: 'app' })
  await build({ configFile: CRM, logLevel: 'warn' })
  markAsBuilt(beganAt)
}
