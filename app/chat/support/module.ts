import type { ApplicationService } from '@adonisjs/core/types'
import { CHAT_PERMISSIONS, type ModuleDefinition } from '#chat/contracts/crm_host'
import { ChatService } from '#chat/services/chat_service'
import { RecordPanelBuilder } from '#chat/presenters/record_panel'
import EndStreams from '#chat/listeners/end_streams'
import { chatAsset } from '#chat/support/assets'
import { disableConsequences } from '#chat/presenters/disabling'
import { SETTINGS, SETUP_URL, SIDEBAR } from '#chat/support/module_pages'

/** What Integrations > Modules shows, and what the sidebar and the settings gain (A1). */
const definition: ModuleDefinition = {
  id: 'chat',
  name: 'Live Chat',
  category: 'Channels',
  description:
    'A chat widget for your websites and an inbox for your team. Visitors become people, conversations become leads.',
  permissions: CHAT_PERMISSIONS,
  sidebar: SIDEBAR,
  settings: SETTINGS,
  scripts: () => {
    const { js, css } = chatAsset('resources/js/chat/agent/main.ts')
    return [js, ...css]
  },
  setupUrl: SETUP_URL,
  disableConsequences,
}

/** Makes the module known to the host; records each switch, and ends streams when it is switched off. */
export async function joinHost(app: ApplicationService) {
  const chat = await app.container.make(ChatService)
  chat.host.registerModule(definition, new RecordPanelBuilder(chat))
  chat.host.onModuleToggled(async (tenantId, enabled, by) => {
    const endStreams = await app.container.make(EndStreams)
    endStreams.moduleToggled(tenantId, enabled)
    const action = enabled ? 'module.enabled' : 'module.disabled'
    if (by) await chat.audit.record({ tenantId, userId: by.userId, action })
  })
}
