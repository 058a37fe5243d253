import logger from '@adonisjs/core/services/logger'
import Conversation, { type Priority } from '#chat/models/conversation'
import { inOrderOf, namedByAny, type Reference } from '#chat/models/reference'
import type Agent from '#chat/models/agent'
import type Label from '#chat/models/label'
import { ChatError } from '#chat/exceptions/chat_error'
import { IllegalMove } from '#chat/exceptions/chat_errors'
import { whereInSight, type Sight } from '#chat/services/visibility/sight'
import type { ConversationLifecycle } from '#chat/services/conversations/conversation_lifecycle'
import type { UndoableActions } from '#chat/services/conversations/undoable_actions'
import type { UndoableAction } from '#chat/services/conversations/undoable_action'
import type { ConversationTriage } from '#chat/services/conversations/conversation_triage'
import { text } from '#chat/texts/text'

export const MAX_BULK = 100

/** The action to apply to each selected conversation. */
export type BulkOrder =
  /** `isFinal`: takes effect immediately, without the seconds in which it can be undone. */
  | { action: UndoableAction; isFinal?: boolean }
  /** Cancels a pending action. */
  | { action: 'undo' }
  /** Null unassigns. */
  | { action: 'assign'; to: Agent | null }
  | { action: 'priority'; priority: Priority }
  | { action: 'label'; label: Label }

/** What a bulk action did to one of its conversations. */
export interface BulkResult {
  /** The conversation's reference, as in the request. */
  id: Reference
  /**
   * `already`: it had the requested state before. `missing`: the tenant has none of this id, or the agent may not see
   * it.
   */
  outcome: 'done' | 'already' | 'refused' | 'missing' | 'failed'
  /** For `already` the state, for `refused` the reason. */
  reason: string | null
}

/**
 * Applies one action to many conversations, each in its own transaction, through the same operation as for a single
 * one (I11).
 */
export class BulkActions {
  constructor(
    protected lifecycle: ConversationLifecycle,
    protected triage: ConversationTriage,
    protected undoable: UndoableActions
  ) {}

  /** Applies the action to one conversation after the other; a refusal does not stop the rest. */
  async run(
    tenantId: string,
    references: Reference[],
    order: BulkOrder,
    by: Agent,
    sight: Sight | null = null
  ): Promise<BulkResult[]> {
    const asked = references.slice(0, MAX_BULK)
    const known = inOrderOf(await this.#found(tenantId, asked, sight), asked)
    const results: BulkResult[] = []
    for (const [index, id] of asked.entries()) {
      const conversation = known[index]
      if (!conversation) results.push({ id, outcome: 'missing', reason: null })
      else results.push({ id, ...(await this.#one(conversation, order, by)) })
    }
    return results
  }

  #found(tenantId: string, references: Reference[], sight: Sight | null) {
    const { ids, uuids } = namedByAny(references)
    const found = Conversation.query()
      .where('tenant_id', tenantId)
      .where((named) => named.whereIn('id', ids).orWhereIn('external_id', uuids))
    return whereInSight(found, sight)
  }

  async #one(
    conversation: Conversation,
    order: BulkOrder,
    by: Agent
  ): Promise<Omit<BulkResult, 'id'>> {
    try {
      const after = await this.#apply(conversation, order, by)
      // A change leaves a line in the thread, or is pending
      const isDone = after.lastSeq > conversation.lastSeq || after.pendingAction === order.action
      if (isDone || order.action === 'undo') return { outcome: 'done', reason: null }
      return { outcome: 'already', reason: text(`inbox.actions.bulk.states.${order.action}`) }
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
          ? this.lifecycle.assign(conversation, order.to, by)
          : this.lifecycle.unassign(conversation, by)
      case 'priority':
        return this.triage.setPriority(conversation, order.priority, by)
      case 'label':
        return this.triage.addLabel(conversation, order.label, by)
      case 'undo':
        return this.undoable.undo(conversation)
      default:
        return order.isFinal
          ? this.lifecycle[order.action](conversation, by)
          : this.undoable.begin(conversation, by, order.action)
    }
  }
}
