import type { ApplicationService } from '@adonisjs/core/types'
import { CHAT_PERMISSIONS, type ModuleDefinition } from '#chat/contracts/crm_host'
import { ChatService } from '#chat/services/chat_service'
import { RecordPanelBuilder } from '#chat/services/record_panel'
import EndStreams from '#chat/listeners/end_streams'
import { chatAsset } from '#chat/support/assets'

/** What Integrations > Modules shows, and what the sidebar and the settings gain (A1). */
const definition: ModuleDefinition = {
  id: 'chat',
  name: 'Live Chat',
  category: 'Channels',
  description:
    'A chat widget for your websites and an inbox for your team. Visitors become people, conversations become leads.',
  permissions: CHAT_PERMISSIONS,
  sidebar: [
    {
      label: 'Chat',
      href: '/chat',
      icon: 'chat',
      permission: 'view chat',
      badgeId: 'chat-sidebar-unread',
      slotId: 'chat-sidebar-status',
    },
    {
      label: 'Chat dashboard',
      href: '/chat/dashboard',
      icon: 'dashboard',
      permission: 'view chat',
    },
    {
      label: 'Agents',
      href: '/chat/agents',
      icon: 'agents',
      permission: 'manage chat',
    },
  ],
  settings: [
    {
      label: 'Chat widgets',
      href: '/settings/chat-widgets',
      icon: 'chat',
      permission: 'manage chat',
    },
    {
      label: 'Chat labels',
      href: '/settings/chat-labels',
      icon: 'chat',
      permission: 'manage chat',
    },
    {
      label: 'Canned responses',
      href: '/settings/canned-responses',
      icon: 'chat',
      permission: 'manage chat',
    },
    {
      label: 'Chat webhooks',
      href: '/settings/chat-webhooks',
      icon: 'chat',
      permission: 'manage chat',
    },
    {
      label: 'Chat API',
      href: '/chat/api',
      icon: 'chat',
      permission: 'manage chat',
    },
  ],
  scripts: () => {
    const { js, css } = chatAsset('resources/js/chat/agent/main.ts')
    return [js, ...css]
  },
}

/** Makes the module known to the host, and ends streams when an admin switches it off. */
export async function joinHost(app: ApplicationService) {
  const chat = await app.container.make(ChatService)
  chat.host.registerModule(definition, new RecordPanelBuilder(chat))
  chat.host.onModuleToggled(async (tenantId, enabled) => {
    const endStreams = await app.container.make(EndStreams)
    endStreams.moduleToggled(tenantId, enabled)
  })
}
