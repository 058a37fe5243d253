import type { ApplicationService } from '@adonisjs/core/types'
import type { ModuleDefinition } from '#chat/contracts/module_definition'
import { CHAT_PERMISSIONS } from '#chat/contracts/permissions'
import { ChatService } from '#chat/services/chat_service'
import { RecordPanelBuilder } from '#chat/presenters/record_panel'
import EndStreams from '#chat/listeners/end_streams'
import { chatAsset } from '#chat/support/assets'
import { disableConsequences } from '#chat/presenters/disabling'
import { SETTINGS, SIDEBAR } from '#chat/support/module_pages'
import { textsUrl } from '#chat/texts/script_texts'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

/** The module's entry in Integrations > Modules, and its additions to sidebar and settings (A1). */
const definition: ModuleDefinition = {
  id: 'chat',
  get name() {
    return text('module.name')
  },
  get category() {
    return text('module.category')
  },
  get description() {
    return text('module.description')
  },
  permissions: CHAT_PERMISSIONS,
  sidebar: SIDEBAR,
  settings: SETTINGS,
  scripts: () => {
    const { js, css } = chatAsset('resources/js/chat/agent/main.ts')
    return [textsUrl('agent'), js, ...css]
  },
  get setupUrl() {
    return chatUrl('chat.settings.setup.show')
  },
  disableConsequences,
}

/**
 * Registers the module with the host; records each switch, and ends streams when the module is switched off.
 *
 * Nothing is deleted while it is off. In every process, within seconds:
 * - pages and the REST API answer 404 (`chat_crm_middleware.ts`), and so do loader, frame and the visitors' routes
 *   (`widget_middleware.ts`);
 * - open streams end, and no new ones open (`EndStreams`, and the streams' own check in other processes);
 * - no conversation is assigned (`route_conversations.ts`, `assignment_worker.ts`);
 * - due actions are postponed (`action_queue.ts`), and webhook deliveries wait (`due_deliveries.ts`);
 * - pages of the host are without the module's entries, scripts and panels.
 */
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
