import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type Agent from '#chat/models/agent'
import Widget from '#chat/models/widget'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { Change, ConversationWriter } from '#chat/services/conversations/conversation_writer'
import {
  assertMove,
  markArchived,
  moveTo,
  openStatusFor,
} from '#chat/services/conversations/status_transitions'
import { addJoinedLine, isAboutToJoin } from '#chat/services/conversations/joining'
import type { FollowUps } from '#chat/services/conversations/follow_ups'
import { isOpen } from '#chat/services/conversations/status_rules'
import { AnotherIsOpen, ConversationEnded, IllegalMove } from '#chat/exceptions/chat_errors'
import { assertAssignee, type SeenAssignee } from '#chat/services/conversations/assert_assignee'
import { isDuplicate } from '#chat/support/row_lock'
import type { AgentLoads } from '#chat/services/team/agent_loads'
import type { UndoableAction } from '#chat/services/conversations/undoable_action'
import type { AutoClose } from '#chat/services/conversations/auto_close'
import { houseText, text } from '#chat/texts/text'

const ENDS = { resolve: 'resolved', close: 'closed' } as const

/** What agents do with conversations besides writing: assign, resolve, close, reopen, archive. */
export class ConversationLifecycle {
  constructor(
    protected writer: ConversationWriter,
    protected loads: AgentLoads,
    protected autoClose: AutoClose,
    protected followUps: Pick<FollowUps, 'watch'>
  ) {}

  /**
   * Assigns the conversation to an agent; assigning it to its current agent changes nothing (C5).
   *
   * @throws ConversationEnded when it is not open, as a transfer does
   * @throws AssigneeChanged when its assignee is not the one that was `seen`
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
      assertAssignee(locked, seen)
      await this.loads.reassign(locked, to, trx)
      const line =
        to.id === by.id
          ? houseText('system_lines.taken', { agent: by.name })
          : houseText('system_lines.assigned', { agent: by.name, to: to.name })
      return [await addSystemLine(locked, 'assigned', line, trx)]
    })
  }

  /**
   * Records that an agent has opened the conversation. The first time the assignee does, the visitor sees that they
   * joined; a view by another agent changes nothing.
   */
  async look(conversation: Conversation, by: Agent): Promise<void> {
    if (!isAboutToJoin(conversation, by)) return
    await this.#change(conversation, by, (locked, trx) => addJoinedLine(locked, by, trx))
  }

  /**
   * Unassigns the conversation and puts it back into the queue.
   *
   * @throws ConversationEnded when it is not open
   * @throws AssigneeChanged when its assignee is not the one that was `seen`
   */
  unassign(conversation: Conversation, by: Agent, seen?: SeenAssignee): Promise<Conversation> {
    return this.#change(conversation, by, async (locked, trx) => {
      if (!isOpen(locked.status)) throw new ConversationEnded()
      if (!locked.agentId) return []
      assertAssignee(locked, seen)
      const line = houseText('system_lines.unassigned', {
        agent: by.name,
        from: locked.agentName ?? '',
      })
      await this.loads.reassign(locked, null, trx)
      return [await addSystemLine(locked, 'unassigned', line, trx)]
    })
  }

  /** @throws IllegalMove when it is already resolved or closed */
  resolve(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#apply(conversation, 'resolve', by)
  }

  /** @throws IllegalMove when it is already closed */
  close(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#apply(conversation, 'close', by)
  }

  /**
   * Reopens an ended conversation.
   *
   * @throws IllegalMove when it is open
   * @throws AnotherIsOpen when the visitor has another open one
   */
  async reopen(conversation: Conversation, by: Agent): Promise<Conversation> {
    try {
      return await this.#change(conversation, by, async (locked, trx) => {
        if (isOpen(locked.status))
          throw new IllegalMove([text('refusals.already', { status: 'open' })])
        await this.loads.restoreAssignee(locked, trx, by)
        moveTo(locked, openStatusFor(locked))
        const widget = await Widget.findOrFail(locked.widgetId, { client: trx })
        await this.followUps.watch(locked, widget, trx)
        // The line below names them: the visitor needs no second one
        if (locked.agentId === by.id) locked.joinedAgentId = by.id
        if (locked.archivedAt) markArchived(locked, false)
        return [
          await addSystemLine(locked, 'reopened', { key: 'reopened_by', agent: by.name }, trx),
        ]
      })
    } catch (error) {
      if (isDuplicate(error)) throw new AnotherIsOpen()
      throw error
    }
  }

  /** Archives the conversation and releases its agent's capacity; a new message of the visitor restores it (C9). */
  archive(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#apply(conversation, 'archive', by)
  }

  /** Restores an archived conversation. An open one whose agent has no capacity left goes back to the queue. */
  unarchive(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#change(conversation, by, async (locked, trx) => {
      if (!locked.archivedAt) return []
      await this.loads.unarchive(locked, trx, by)
      return [
        await addSystemLine(
          locked,
          'unarchived',
          houseText('system_lines.unarchived', { agent: by.name }),
          trx
        ),
      ]
    })
  }

  /** @throws IllegalMove when the conversation's status forbids the action */
  assertMay(action: UndoableAction, conversation: Conversation) {
    if (action !== 'archive') assertMove(conversation, ENDS[action])
  }

  /** Applies `resolve`, `close` or `archive` to a locked conversation. The caller saves. */
  async apply(
    action: UndoableAction,
    locked: Conversation,
    by: Agent,
    trx: TransactionClientContract
  ): Promise<Message[]> {
    if (action === 'archive') return this.#archiveIn(locked, by, trx)
    const status = ENDS[action]
    await this.loads.releaseCapacity(locked, trx)
    moveTo(locked, status)
    if (status === 'resolved') await this.autoClose.schedule(locked, trx)
    return [await addSystemLine(locked, status, { key: status, agent: by.name }, trx)]
  }

  async #archiveIn(locked: Conversation, by: Agent, trx: TransactionClientContract) {
    if (locked.archivedAt) return []
    await this.loads.archive(locked, trx)
    return [
      await addSystemLine(
        locked,
        'archived',
        houseText('system_lines.archived', { agent: by.name }),
        trx
      ),
    ]
  }

  #apply(conversation: Conversation, action: UndoableAction, by: Agent) {
    return this.#change(conversation, by, (locked, trx) => this.apply(action, locked, by, trx))
  }

  async #change(conversation: Conversation, by: Agent, change: Change) {
    const written = await this.writer.change(conversation, change, by)
    return written.conversation
  }
}
