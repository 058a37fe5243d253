import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { refuseUnknown } from '#chat/http/api_responses'
import { bodyOf } from '#chat/http/api_input'
import { namedAgent } from '#chat/http/named_agent'
import { ChatService } from '#chat/services/chat_service'
import type { BulkOrder } from '#chat/services/conversations/bulk_actions'
import { bulkResultShape } from '#chat/transformers/api/bulk'
import { bulkValidator } from '#chat/validators/api/bulk'

type Input = Infer<typeof bulkValidator>

/** One action on many conversations, with a result for each. */
@inject()
export default class BulkController {
  constructor(protected chat: ChatService) {}

  /** What one of them refuses leaves the others alone; nothing waits to be undone. */
  async store(ctx: HttpContext) {
    const input = await bodyOf(ctx.request, bulkValidator)
    const { tenantId, agent, sight } = ctx.chatAuth
    const order = await this.#order(ctx, input)
    const results = await this.chat.conversations.bulk.run(tenantId, input.ids, order, agent, sight)
    return { data: results.map((result) => bulkResultShape.of(result)) }
  }

  async #order(ctx: HttpContext, input: Input): Promise<BulkOrder> {
    switch (input.action) {
      case 'assign':
        if (input.agent_id === null) return { action: 'assign', to: null }
        return { action: 'assign', to: await namedAgent(this.chat, ctx, input) }
      case 'priority':
        return { action: 'priority', priority: input.priority! }
      case 'label': {
        const [label] = await this.chat.labels.findAll(ctx.chatAuth.tenantId, [input.label!])
        return label ? { action: 'label', label } : refuseUnknown('label')
      }
      default:
        return { action: input.action, isFinal: true }
    }
  }
}
