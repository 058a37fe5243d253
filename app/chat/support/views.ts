import type { ApplicationService } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/define_config'
import { ChatService } from '#chat/services/chat_service'
import { chatAsset } from '#chat/support/assets'
import { hasChatEnabledTag } from '#chat/support/enabled_tag'

/** Makes the module's views known as the Edge disk `chat`, and gives templates what they need of it. */
export async function mountChatViews(app: ApplicationService, config: ChatConfig) {
  if (!app.usingEdgeJS) return
  const { default: edge } = await import('edge.js')
  edge.mount('chat', app.viewsPath('chat'))
  edge.global('chatLayout', config.layout)
  edge.global('chatAsset', chatAsset)
  edge.global('chatPublicUrl', config.publicUrl)

  edge.global('chatEnabled', async (tenantId = config.defaultTenant) => {
    const { host } = await app.container.make(ChatService)
    return host.isModuleEnabled(tenantId)
  })
  edge.registerTag(hasChatEnabledTag)
}
