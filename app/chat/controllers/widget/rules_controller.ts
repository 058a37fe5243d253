import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatLimits } from '#chat/http/chat_limits'
import { sendCompressed } from '#chat/http/send_compressed'
import { ChatService } from '#chat/services/chat_service'
import type { ProactiveEvent } from '#chat/services/proactive/proactive_counts'
import { pushesReplies } from '#chat/services/notifications/visitors/visitor_browsers'
import { builtScript } from '#chat/support/built_script'
import { CompressedTexts } from '#chat/support/compressed_text'
import type { BuiltScript } from '#chat/support/package_files'
import { baseOf } from '#chat/support/widget_address'
import { rulesConfig } from '#chat/transformers/proactive_rules'
import { scriptSafeJson } from '#chat/transformers/widget_config'

const compressed = new CompressedTexts()

/** A built script with the value that it asks for. */
async function filled(name: BuiltScript, placeholder: string, value: unknown) {
  const source = await builtScript(name)
  return source.replace(placeholder, () => scriptSafeJson(value))
}

/**
 * The second stage of a loader whose widget has proactive messages (W15) or pushes replies, and what browsers report of
 * the messages: which one was shown or dismissed. A report does not identify the visitor.
 */
@inject()
export default class RulesController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  async show({ chatWidget, request, response }: HttpContext) {
    const rules = await this.chat.proactive.active.of(chatWidget)
    const config = rulesConfig(chatWidget, rules, baseOf(this.chat.config, request))
    const scripts = [
      ...(rules.length ? [await filled('proactive', '__CRM_CHAT_RULES__', config)] : []),
      ...(pushesReplies(chatWidget)
        ? [await filled('reply_push', '__CRM_CHAT_ORIGIN__', config.origin)]
        : []),
    ]
    const script = scripts.join('\n')

    response.header('Content-Type', 'text/javascript; charset=utf-8')
    response.header('Cache-Control', 'public, max-age=60')
    response.header('Cross-Origin-Resource-Policy', 'cross-origin')
    response.setEtag(script)
    if (response.fresh()) return response.status(304).send(null)
    return sendCompressed({ request, response }, script, compressed)
  }

  async shown(ctx: HttpContext) {
    return this.#count(ctx, 'shown')
  }

  async dismissed(ctx: HttpContext) {
    return this.#count(ctx, 'dismissed')
  }

  /** The response is the same for a message that does not exist, or beyond the limit: a website has nothing to do. */
  async #count({ chatWidget, params, request, response }: HttpContext, event: ProactiveEvent) {
    const rules = await this.chat.proactive.active.of(chatWidget)
    const rule = rules.find(({ externalId }) => externalId === params.rule)
    if (rule && (await this.limits.proactiveCount(request.ip()))) {
      await this.chat.proactive.counts.add(rule, event)
    }
    return response.noContent()
  }
}
