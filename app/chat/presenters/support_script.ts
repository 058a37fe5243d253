import type { HttpContext } from '@adonisjs/core/http'
import { supportUserOf } from '#chat/http/support_user'
import type { ChatService } from '#chat/services/chat_service'
import { chatAsset } from '#chat/support/assets'
import { supportPage } from '#chat/transformers/support_page'

/** What a template has of its request: AdonisJS shares the request, Shield the nonce. */
export interface TemplateState {
  request?: { ctx?: HttpContext }
  cspNonce?: string
}

/** The script element of `@chatSupport()`; empty without a user, and where the chat is off. */
export async function supportScript(
  { config, host, supportChat }: ChatService,
  { request, cspNonce }: TemplateState
): Promise<string> {
  const ctx = request?.ctx
  // An error page may be rendered before anyone has been identified
  const found = ctx && 'auth' in ctx ? await supportUserOf(host, ctx) : null
  if (!found || !(await host.isModuleEnabled(found.tenantId))) return ''
  const widget = await supportChat.widget(found.tenantId)
  if (!widget.isActive) return ''

  const isInUse = await supportChat.isInUse(widget, found.user)
  const data = supportPage(config, widget, found.user.id, isInUse)
  const { js } = chatAsset('resources/js/chat/support/main.ts')
  return element({
    'type': 'module',
    'src': js,
    'nonce': cspNonce,
    'data-chat-support': JSON.stringify(data),
  })
}

function element(attributes: Record<string, string | undefined>) {
  const given = Object.entries(attributes).filter(([, value]) => value)
  const written = given.map(([name, value]) => `${name}="${escaped(value!)}"`)
  return `<script ${written.join(' ')}></script>`
}

const escaped = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
