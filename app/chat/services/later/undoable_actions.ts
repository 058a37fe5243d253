import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/define_config'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import { ConversationNotFound, TooLateToUndo } from '#chat/exceptions/chat_errors'
import type { ConversationDesk } from '#chat/services/conversation_desk'
import type { ConversationWriter } from '#chat/services/conversation_writer'
import type { DueActions } from '#chat/services/later/due_actions'
import type { DueKind } from '#chat/services/later/due_kind'
import { clearPending, setPending, type UndoableAction } from '#chat/services/later/pending_action'
import { lockRowWhere } from '#chat/services/row_lock'
import { tell } from '#chat/services/tell'

/**
 * Resolves, closes and archives for the inbox: some seconds later, and not at all when it is undone, or when
 * the visitor or a teammate writes before that. What is pending stands in the conversation and survives the
 * tab and the process.
 */
export class UndoableActions implements DueKind {
  readonly name = 'undoable-action'

  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter,
    protected emitter: EmitterLike<EventsList>,
    protected desk: ConversationDesk,
    protected later: DueActions
  ) {}

  /**
   * Takes an action down for later; without a time to undo it is done now.
   *
   * @throws IllegalMove when the rules forbid it as things are
   */
  async begin(conversation: Conversation, by: Agent, action: UndoableAction) {
    const { undoSeconds: seconds } = this.config
    if (seconds <= 0) return this.desk[action](conversation, by)
    return this.#mark(conversation, async (locked, trx) => {
      this.desk.assertMay(action, locked)
      if (action === 'archive' && locked.archivedAt) return
      const dueAt = DateTime.utc().plus({ seconds })
      setPending(locked, action, by, dueAt)
      await this.later.schedule(locked, { purpose: 'inbox-action', kind: this.name, dueAt }, trx)
    })
  }

  /** @throws TooLateToUndo when nothing is pending (any more) */
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
        return action ? this.desk.apply(action, locked, by, trx) : []
      },
      by
    )
  }

  /** Only agents hear of it, and only that they are to look: no line tells of what may not come. */
  async #mark({ id }: Conversation, mark: (locked: Conversation, trx: Trx) => Promise<void>) {
    const written = await this.writer.write(async (trx) => {
      const conversation = await lockRowWhere(Conversation, { id }, trx)
      if (!conversation) throw new ConversationNotFound()
      await mark(conversation, trx)
      return { conversation, messages: [], isChanged: false }
    })
    tell(this.emitter, 'chat.conversation.pending', { conversation: written.conversation })
    return written.conversation
  }
}

type Trx = Parameters<DueActions['schedule']>[2]

/** What is to be done by now; a later time has a row of its own. */
const dueIn = ({ pendingAction, pendingUntil }: Conversation, now: DateTime) =>
  pendingUntil && pendingUntil <= now ? pendingAction : null
