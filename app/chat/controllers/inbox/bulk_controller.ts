import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { UNDOABLE_ACTIONS } from '#chat/services/later/pending_action'
import type { BulkOrder, BulkResult } from '#chat/services/bulk_actions'
import {
  bulkAssignValidator,
  bulkLabelValidator,
  bulkPriorityValidator,
  bulkValidator,
} from '#chat/validators/inbox/work'
import { summaryOf } from '#chat/presenters/bulk_summary'
import { answer, isScript, listQuery, undoOf } from '#chat/controllers/inbox/answers'

/** One action on the conversations that are selected; each is told of by itself. */
@inject()
export default class BulkController {
  constructor(protected chat: ChatService) {}

  async resolve(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(bulkValidator)
    return this.#run(ctx, ids, { action: 'resolve' })
  }

  async close(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(bulkValidator)
    return this.#run(ctx, ids, { action: 'close' })
  }

  async archive(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(bulkValidator)
    return this.#run(ctx, ids, { action: 'archive' })
  }

  /** Gives them to the user, to oneself (`me`), or, named nobody, back to all. */
  async assign(ctx: HttpContext) {
    const { ids, value } = await ctx.request.validateUsing(bulkAssignValidator)
    const { tenantId, user } = ctx.chatDesk
    const userId = value === 'me' ? user.id : value
    const to = userId ? await this.chat.agents.assignable(tenantId, userId) : null
    return this.#run(ctx, ids, { action: 'assign', to })
  }

  async priority(ctx: HttpContext) {
    const { ids, value } = await ctx.request.validateUsing(bulkPriorityValidator)
    return this.#run(ctx, ids, { action: 'priority', priority: value })
  }

  async label(ctx: HttpContext) {
    const { ids, value } = await ctx.request.validateUsing(bulkLabelValidator)
    const label = await this.chat.labels.find(ctx.chatDesk.tenantId, value)
    return this.#run(ctx, ids, { action: 'label', label })
  }

  /** Takes back what is pending of them. */
  async undo(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(bulkValidator)
    return this.#run(ctx, ids, { action: 'undo' })
  }

  #undo(results: BulkResult[], order: BulkOrder) {
    const isUndoable = UNDOABLE_ACTIONS.some((action) => action === order.action)
    const ids = results.filter(({ outcome }) => outcome === 'done').map(({ id }) => id)
    if (!isUndoable || ids.length === 0 || this.chat.config.undoSeconds <= 0) return {}
    return { undo: undoOf(ids, summaryOf(results, order), this.chat) }
  }

  async #run(ctx: HttpContext, ids: string[], order: BulkOrder) {
    const { tenantId, agent } = ctx.chatDesk
    const results = await this.chat.bulk.run(tenantId, ids, order, agent)
    const summary = summaryOf(results, order)
    if (isScript(ctx)) return answer(ctx, { summary, results, ...this.#undo(results, order) })
    ctx.session.flash('chatNotice', summary)
    return ctx.response.redirect().toPath(`/chat${listQuery(ctx)}`)
  }
}
