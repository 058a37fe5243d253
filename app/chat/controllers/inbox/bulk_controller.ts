import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { UNDOABLE_ACTIONS } from '#chat/services/conversations/undoable_action'
import type { BulkOrder, BulkResult } from '#chat/services/conversations/bulk_actions'
import {
  bulkAssignValidator,
  bulkLabelValidator,
  bulkPriorityValidator,
  bulkValidator,
} from '#chat/validators/inbox/work'
import { summaryOf } from '#chat/presenters/bulk_summary'
import { answer, isScript, listQuery, undoOf } from '#chat/http/inbox_responses'
import type { BulkJson } from '#chat/transformers/json/inbox_json'
import { chatUrl } from '#chat/support/chat_url'

/** One action on the selected conversations, with a result for each. */
@inject()
export default class BulkController {
  constructor(protected chat: ChatService) {}

  async resolve(ctx: HttpContext) {
    const { ids } = await bulkValidator.validate(ctx.request.all())
    return this.#run(ctx, ids, { action: 'resolve' })
  }

  async close(ctx: HttpContext) {
    const { ids } = await bulkValidator.validate(ctx.request.all())
    return this.#run(ctx, ids, { action: 'close' })
  }

  async archive(ctx: HttpContext) {
    const { ids } = await bulkValidator.validate(ctx.request.all())
    return this.#run(ctx, ids, { action: 'archive' })
  }

  /** Assigns them to the user, to the caller (`me`) or, without a value, to no agent. */
  async assign(ctx: HttpContext) {
    const { ids, value } = await bulkAssignValidator.validate(ctx.request.all())
    const { tenantId, user } = ctx.chatAuth
    const userId = value === 'me' ? user.id : value
    const to = userId ? await this.chat.agents.assignable(tenantId, userId) : null
    return this.#run(ctx, ids, { action: 'assign', to })
  }

  async priority(ctx: HttpContext) {
    const { ids, value } = await bulkPriorityValidator.validate(ctx.request.all())
    return this.#run(ctx, ids, { action: 'priority', priority: value })
  }

  async label(ctx: HttpContext) {
    const { ids, value } = await bulkLabelValidator.validate(ctx.request.all())
    const label = await this.chat.labels.find(ctx.chatAuth.tenantId, value)
    return this.#run(ctx, ids, { action: 'label', label })
  }

  /** Takes back what is pending of them. */
  async undo(ctx: HttpContext) {
    const { ids } = await bulkValidator.validate(ctx.request.all())
    return this.#run(ctx, ids, { action: 'undo' })
  }

  #undo(results: BulkResult[], order: BulkOrder) {
    const isUndoable = UNDOABLE_ACTIONS.some((action) => action === order.action)
    const ids = results.filter(({ outcome }) => outcome === 'done').map(({ id }) => String(id))
    if (!isUndoable || ids.length === 0 || this.chat.config.undoSeconds <= 0) return undefined
    return undoOf(ids, summaryOf(results, order), this.chat)
  }

  async #run(ctx: HttpContext, ids: string[], order: BulkOrder) {
    const { tenantId, agent, sight } = ctx.chatAuth
    const results = await this.chat.conversations.bulk.run(tenantId, ids, order, agent, sight)
    const summary = summaryOf(results, order)
    if (isScript(ctx)) {
      const undo = this.#undo(results, order)
      return answer<BulkJson & { results: BulkResult[] }>(ctx, { summary, results, undo })
    }
    ctx.session.flash('chatNotice', summary)
    return ctx.response.redirect().toPath(chatUrl('chat.inbox.index', {}, listQuery(ctx)))
  }
}
