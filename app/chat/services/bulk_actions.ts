import logger from '@adonisjs/core/services/logger'
import Conversation, { type Priority } from '#chat/models/conversation'
import type Agent from '#chat/models/agent'
import type Label from '#chat/models/label'
import { ChatError } from '#chat/exceptions/chat_error'
import { IllegalMove } from '#chat/exceptions/chat_errors'
import type { ConversationDesk } from '#chat/services/conversation_desk'
import type { UndoableActions } from '#chat/services/later/undoable_actions'
import type { UndoableAction } from '#chat/services/later/pending_action'
import type { ConversationWork } from '#chat/services/conversation_work'

export const MAX_BULK = 100

/** What is to be done with each of many conversations. */
export type BulkOrder =
  | { action: UndoableAction }
  /** Of what can be undone still. */
  | { action: 'undo' }
  /** Null: to nobody. */
  | { action: 'assign'; to: Agent | null }
  | { action: 'priority'; priority: Priority }
  | { action: 'label'; label: Label }

export interface BulkResult {
  /** The conversation's external id, as it was asked for. */
  id: string
  /** `already`: it was so before. `missing`: the tenant has none of this id. */
  outcome: 'done' | 'already' | 'refused' | 'missing' | 'failed'
  /** For `already` how it was, for `refused` why. */
  reason: string | null
}

const ALREADY: Record<Exclude<BulkOrder['action'], 'undo'>, string> = {
  resolve: 'resolved',
  close: 'closed',
  archive: 'archived',
  assign: 'assigned like this',
  priority: 'of this priority',
  label: 'labelled',
}

/** One action on many conversations: each in its own transaction, through the operation that one takes (I11). */
export class BulkActions {
  constructor(
    protected desk: ConversationDesk,
    protected work: ConversationWork,
    protected undoable: UndoableActions
  ) {}

  /** Does it to one after the other; what one of them refuses leaves the others alone. */
  async run(tenantId: string, ids: string[], order: BulkOrder, by: Agent): Promise<BulkResult[]> {
    const found = await Conversation.query()
      .where('tenant_id', tenantId)
      .whereIn('external_id', ids.slice(0, MAX_BULK))
    const known = new Map(found.map((conversation) => [conversation.externalId, conversation]))
    const results: BulkResult[] = []
    for (const id of ids.slice(0, MAX_BULK)) {
      const conversation = known.get(id)
      if (!conversation) results.push({ id, outcome: 'missing', reason: null })
      else results.push({ id, ...(await this.#one(conversation, order, by)) })
    }
    return results
  }

  async #one(
    conversation: Conversation,
    order: BulkOrder,
    by: Agent
  ): Promise<Omit<BulkResult, 'id'>> {
    try {
      const after = await this.#apply(conversation, order, by)
      // Whatever is done leaves a line in the thread, or is to come
      const isDone = after.lastSeq > conversation.lastSeq || after.pendingAction === order.action
      if (isDone || order.action === 'undo') return { outcome: 'done', reason: null }
      return { outcome: 'already', reason: ALREADY[order.action] }
    } catch (error) {
      if (error instanceof IllegalMove) {
        const { status } = await conversation.refresh()
        return { outcome: 'already', reason: status }
      }
      if (error instanceof ChatError) return { outcome: 'refused', reason: error.message }
      logger.error({ err: error, conversation: conversation.id }, 'a bulk action failed')
      return { outcome: 'failed', reason: null }
    }
  }

  #apply(conversation: Conversation, order: BulkOrder, by: Agent): Promise<Conversation> {
    switch (order.action) {
      case 'assign':
        return order.to
          ? this.desk.assign(conversation, order.to, by)
          : this.desk.unassign(conversation, by)
      case 'priority':
        return this.work.setPriority(conversation, order.priority, by)
      case 'label':
        return this.work.addLabel(conversation, order.label, by)
      case 'undo':
        return this.undoable.undo(conversation)
      default:
        return this.undoable.begin(conversation, by, order.action)
    }
  }
}
