import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type Agent from '#chat/models/agent'
import { announce } from '#chat/services/announcements'
import type { Change, ConversationWriter } from '#chat/services/conversation_writer'
import { assertMove, markArchived, moveTo, openStatusFor } from '#chat/services/conversation_state'
import { announceJoining, isAboutToJoin } from '#chat/services/joining'
import { isOpen } from '#chat/services/conversation_status'
import { AnotherIsOpen, ConversationEnded, IllegalMove } from '#chat/exceptions/chat_errors'
import { demandAssignee, type SeenAssignee } from '#chat/services/seen_assignee'
import { isDuplicate } from '#chat/services/row_lock'
import type { AgentLoads } from '#chat/services/agent_loads'
import type { UndoableAction } from '#chat/services/later/pending_action'
import type { AutoClose } from '#chat/services/later/auto_close'

const ENDS = { resolve: 'resolved', close: 'closed' } as const

/** What agents do with conversations besides writing in them: assign, resolve, close, reopen, archive. */
export class ConversationDesk {
  constructor(
    protected writer: ConversationWriter,
    protected loads: AgentLoads,
    protected autoClose: AutoClose
  ) {}

  /**
   * Gives the conversation to an agent; one who already has it changes nothing (C5).
   *
   * @throws ConversationEnded when it is not open, as a transfer does
   * @throws AssigneeChanged when it is not any more with whom it was `seen`
   */
  assign(
    conversation: Conversation,
    to: Agent,
    by: Agent,
    seen?: SeenAssignee
  ): Promise<Conversation> {
    return this.#change(conversation, by, async (locked, trx) => {
      if (!isOpen(locked.status)) throw new ConversationEnded()
      if (locked.agentId === to.id) return []
      demandAssignee(locked, seen)
      await this.loads.handOver(locked, to, trx)
      const line = to.id === by.id ? `${by.name} took this` : `${by.name} assigned ${to.name}`
      return [await announce(locked, 'assigned', line, trx)]
    })
  }

  /**
   * The agent looks at the conversation. The visitor is told the first time that the assigned one does;
   * another agent's look changes nothing.
   */
  async look(conversation: Conversation, by: Agent): Promise<void> {
    if (!isAboutToJoin(conversation, by)) return
    await this.#change(conversation, by, (locked, trx) => announceJoining(locked, by, trx))
  }

  /**
   * Puts the conversation back among those that wait for an agent.
   *
   * @throws ConversationEnded when it is not open
   * @throws AssigneeChanged when it is not any more with whom it was `seen`
   */
  unassign(conversation: Conversation, by: Agent, seen?: SeenAssignee): Promise<Conversation> {
    return this.#change(conversation, by, async (locked, trx) => {
      if (!isOpen(locked.status)) throw new ConversationEnded()
      if (!locked.agentId) return []
      demandAssignee(locked, seen)
      const line = `${by.name} unassigned ${locked.agentName}`
      await this.loads.handOver(locked, null, trx)
      return [await announce(locked, 'unassigned', line, trx)]
    })
  }

  /** @throws IllegalMove when it is resolved or closed already */
  resolve(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#apply(conversation, 'resolve', by)
  }

  /** @throws IllegalMove when it is closed already */
  close(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#apply(conversation, 'close', by)
  }

  /**
   * Takes an ended conversation up again.
   *
   * @throws IllegalMove when it is open
   * @throws AnotherIsOpen when the visitor has another open one
   */
  async reopen(conversation: Conversation, by: Agent): Promise<Conversation> {
    try {
      return await this.#change(conversation, by, async (locked, trx) => {
        if (isOpen(locked.status)) throw new IllegalMove(['This conversation is open already'])
        await this.loads.takeBack(locked, trx, by)
        moveTo(locked, openStatusFor(locked))
        // The line below names them: the visitor needs no second one
        if (locked.agentId === by.id) locked.joinedAgentId = by.id
        if (locked.archivedAt) markArchived(locked, false)
        return [await announce(locked, 'reopened', `${by.name} reopened this conversation`, trx)]
      })
    } catch (error) {
      if (isDuplicate(error)) throw new AnotherIsOpen()
      throw error
    }
  }

  /** Puts the conversation out of sight and off its agent's desk; a new message of the visitor brings it back (C9). */
  archive(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#apply(conversation, 'archive', by)
  }

  /** Back from the archive; one that is open may find its agent without room, and waits then. */
  unarchive(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#change(conversation, by, async (locked, trx) => {
      if (!locked.archivedAt) return []
      await this.loads.unarchive(locked, trx, by)
      return [await announce(locked, 'unarchived', `${by.name} restored this`, trx)]
    })
  }

  /** @throws IllegalMove when the rules forbid the action as things are */
  assertMay(action: UndoableAction, conversation: Conversation) {
    if (action !== 'archive') assertMove(conversation, ENDS[action])
  }

  /** Does to a locked conversation what `resolve`, `close` and `archive` do. The caller saves. */
  async apply(
    action: UndoableAction,
    locked: Conversation,
    by: Agent,
    trx: TransactionClientContract
  ): Promise<Message[]> {
    if (action === 'archive') return this.#archiveIn(locked, by, trx)
    const status = ENDS[action]
    await this.loads.free(locked, trx)
    moveTo(locked, status)
    if (status === 'resolved') await this.autoClose.schedule(locked, trx)
    return [await announce(locked, status, `${by.name} ${status} this conversation`, trx)]
  }

  async #archiveIn(locked: Conversation, by: Agent, trx: TransactionClientContract) {
    if (locked.archivedAt) return []
    await this.loads.archive(locked, trx)
    return [await announce(locked, 'archived', `${by.name} archived this`, trx)]
  }

  #apply(conversation: Conversation, action: UndoableAction, by: Agent) {
    return this.#change(conversation, by, (locked, trx) => this.apply(action, locked, by, trx))
  }

  async #change(conversation: Conversation, by: Agent, change: Change) {
    const written = await this.writer.change(conversation, change, by)
    return written.conversation
  }
}
