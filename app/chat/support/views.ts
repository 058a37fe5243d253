import { readFileSync } from 'node:fs'
import type { ApplicationService } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/config/chat_config'
import { ChatService } from '#chat/services/chat_service'
import { ejectedViews } from '#chat/support/ejected_views'
import { checkLayout } from '#chat/support/check_layout'
import { chatAsset } from '#chat/support/assets'
import { chatUrl } from '#chat/support/chat_url'
import { chatSupportTag } from '#chat/support/support_tag'
import { hasChatEnabledTag } from '#chat/support/enabled_tag'
import { catalogue } from '#chat/texts/catalogue'
import { textsUrl } from '#chat/texts/script_texts'
import { chatViews } from '#chat/support/package_files'
import { text } from '#chat/texts/text'
import { supportScript, type TemplateState } from '#chat/presenters/support_script'
import { presentShell } from '#chat/presenters/shell'

/** A page of the chat's own, where no host's scripts run. */
const OWN_LAYOUT = 'chat::shell'

/** Mounts the module's views as the Edge disk `chat`, and adds the globals that its templates use. */
export async function mountChatViews(app: ApplicationService, config: ChatConfig) {
  if (!app.usingEdgeJS) return
  const { default: edge } = await import('edge.js')
  edge.mount('chat', chatViews())
  for (const view of await ejectedViews(app)) {
    const template = readFileSync(app.viewsPath('chat', view), 'utf8')
    edge.registerTemplate(`chat::${view.replace(/\.edge$/, '')}`, { template })
  }
  checkLayout(edge, config.layout)
  edge.global('chatLayout', config.layout === OWN_LAYOUT ? OWN_LAYOUT : 'chat::in_host')
  edge.global('chatHostLayout', config.layout)
  edge.global('chatShell', (may: Parameters<typeof presentShell>[0], url: string) =>
    presentShell(may, url, config.homeUrl)
  )
  edge.global('chatAsset', chatAsset)
  edge.global('chatText', text)
  edge.global('chatLocale', () => catalogue().locale)
  edge.global('chatUrl', chatUrl)
  edge.global('chatTextsUrl', textsUrl)
  edge.global('chatPublicUrl', config.publicUrl)

  edge.global('chatEnabled', async (tenantId = config.defaultTenant) => {
    const { host } = await app.container.make(ChatService)
    return host.isModuleEnabled(tenantId)
  })
  edge.registerTag(hasChatEnabledTag)

  edge.global('chatSupport', async (state: TemplateState) =>
    supportScript(await app.container.make(ChatService), state)
  )
  edge.registerTag(chatSupportTag)
}
