import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/config/chat_config'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import { ConversationNotFound, TooLateToUndo } from '#chat/exceptions/chat_errors'
import type { ConversationLifecycle } from '#chat/services/conversations/conversation_lifecycle'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { clearPending, setPending } from '#chat/services/conversations/pending_action'
import type { UndoableAction } from '#chat/services/conversations/undoable_action'
import { lockRowWhere } from '#chat/support/row_lock'
import { emitAfterCommit } from '#chat/support/emit_after_commit'

/**
 * Resolves, closes and archives after a delay of some seconds; an undo, or a message of the visitor or a teammate,
 * cancels the action. The pending action is stored with the conversation and survives the tab and the process.
 */
export class UndoableActions implements DueKind {
  readonly name = 'undoable-action'

  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter,
    protected emitter: EmitterLike<EventsList>,
    protected lifecycle: ConversationLifecycle,
    protected later: DueActions
  ) {}

  /**
   * Schedules an action; with an undo period of 0 it takes effect immediately.
   *
   * @throws IllegalMove when the conversation's status forbids it
   */
  async begin(conversation: Conversation, by: Agent, action: UndoableAction) {
    const { undoSeconds: seconds } = this.config
    if (seconds <= 0) return this.lifecycle[action](conversation, by)
    return this.#mark(conversation, async (locked, trx) => {
      this.lifecycle.assertMay(action, locked)
      if (action === 'archive' && locked.archivedAt) return
      const dueAt = DateTime.utc().plus({ seconds })
      setPending(locked, action, by, dueAt)
      await this.later.schedule(locked, { purpose: 'inbox-action', kind: this.name, dueAt }, trx)
    })
  }

  /** @throws TooLateToUndo when nothing is pending */
  undo(conversation: Conversation): Promise<Conversation> {
    return this.#mark(conversation, async (locked) => {
      if (!locked.pendingAction) throw new TooLateToUndo()
      clearPending(locked)
    })
  }

  async run({ conversationId }: DueAction, now: DateTime): Promise<void> {
    const conversation = await Conversation.find(conversationId)
    if (!conversation || !dueIn(conversation, now)) return
    const by = await Agent.findOrFail(conversation.pendingById)
    await this.writer.change(
      conversation,
      async (locked, trx) => {
        const action = dueIn(locked, now)
        return action ? this.lifecycle.apply(action, locked, by, trx) : []
      },
      by
    )
  }

  /** Emits a change for agents only, without a system line: the action may still be undone. */
  async #mark({ id }: Conversation, mark: (locked: Conversation, trx: Trx) => Promise<void>) {
    const written = await this.writer.write(async (trx) => {
      const conversation = await lockRowWhere(Conversation, { id }, trx)
      if (!conversation) throw new ConversationNotFound()
      await mark(conversation, trx)
      return { conversation, messages: [], isChanged: false }
    })
    emitAfterCommit(this.emitter, 'chat.conversation.pending', {
      conversation: written.conversation,
    })
    return written.conversation
  }
}

type Trx = Parameters<DueActions['schedule']>[2]

/** The pending action, if it is due; one with a later time has its own scheduled row. */
const dueIn = ({ pendingAction, pendingUntil }: Conversation, now: DateTime) =>
  pendingUntil && pendingUntil <= now ? pendingAction : null
