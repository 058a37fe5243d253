import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type Conversation from '#chat/models/conversation'
import type Agent from '#chat/models/agent'
import { announce, type Announcement } from '#chat/services/announcements'
import { changeConversation, type Change } from '#chat/services/conversation_change'
import { giveTo, markArchived, moveTo, openStatusFor } from '#chat/services/conversation_state'
import { isOpen } from '#chat/services/conversation_status'
import { AnotherIsOpen, IllegalMove } from '#chat/exceptions/chat_errors'
import { isDuplicate } from '#chat/services/row_lock'
import type { AgentDirectory } from '#chat/services/agent_directory'

/** What agents do with conversations besides writing in them: assign, resolve, close, reopen, archive. */
export class ConversationDesk {
  constructor(
    protected db: Database,
    protected emitter: EmitterLike<EventsList>,
    protected agents: AgentDirectory
  ) {}

  /** Gives the conversation to an agent; one who already has it changes nothing (C5). */
  assign(conversation: Conversation, to: Agent, by: Agent): Promise<Conversation> {
    return this.#change(conversation, async (locked, trx) => {
      if (locked.agentId === to.id) return []
      await this.#moveLoad(locked, to, trx)
      giveTo(locked, to)
      if (locked.status === 'pending') moveTo(locked, 'active')
      const line = to.id === by.id ? `${by.name} took this` : `${by.name} assigned ${to.name}`
      return [
        await announce(locked, 'assigned', line, trx),
        await announce(locked, 'joined', `${to.name} joined`, trx),
      ]
    })
  }

  /** Puts the conversation back among those that wait for an agent. */
  unassign(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#change(conversation, async (locked, trx) => {
      if (!locked.agentId) return []
      const line = `${by.name} unassigned ${locked.agentName}`
      await this.#moveLoad(locked, null, trx)
      giveTo(locked, null)
      if (isOpen(locked.status)) moveTo(locked, 'pending')
      return [await announce(locked, 'unassigned', line, trx)]
    })
  }

  /** @throws IllegalMove when it is resolved or closed already */
  resolve(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#end(conversation, 'resolved', by)
  }

  /** @throws IllegalMove when it is closed already */
  close(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#end(conversation, 'closed', by)
  }

  /**
   * Takes an ended conversation up again.
   *
   * @throws IllegalMove when it is open
   * @throws AnotherIsOpen when the visitor has another open one
   */
  async reopen(conversation: Conversation, by: Agent): Promise<Conversation> {
    try {
      return await this.#change(conversation, async (locked, trx) => {
        if (isOpen(locked.status)) throw new IllegalMove([locked.status, 'open again'])
        if (locked.agentId === by.id) await this.agents.shiftLoad(by.id, 1, trx)
        else await this.agents.takeBack(locked, trx)
        moveTo(locked, openStatusFor(locked))
        if (locked.archivedAt) markArchived(locked, false)
        return [await announce(locked, 'reopened', `${by.name} reopened this conversation`, trx)]
      })
    } catch (error) {
      if (isDuplicate(error)) throw new AnotherIsOpen()
      throw error
    }
  }

  /** Puts the conversation out of sight; a new message of the visitor brings it back (C9). */
  archive(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#change(conversation, async (locked, trx) => {
      if (locked.archivedAt) return []
      markArchived(locked, true)
      return [await announce(locked, 'archived', `${by.name} archived this`, trx)]
    })
  }

  unarchive(conversation: Conversation, by: Agent): Promise<Conversation> {
    return this.#change(conversation, async (locked, trx) => {
      if (!locked.archivedAt) return []
      markArchived(locked, false)
      return [await announce(locked, 'unarchived', `${by.name} restored this`, trx)]
    })
  }

  #end(conversation: Conversation, status: 'resolved' | 'closed', by: Agent) {
    return this.#change(conversation, async (locked, trx) => {
      const wasOpen = isOpen(locked.status)
      moveTo(locked, status)
      if (wasOpen && locked.agentId) await this.agents.shiftLoad(locked.agentId, -1, trx)
      const event: Announcement = status
      return [await announce(locked, event, `${by.name} ${status} this conversation`, trx)]
    })
  }

  async #moveLoad(locked: Conversation, to: Agent | null, trx: TransactionClientContract) {
    if (!isOpen(locked.status)) return
    if (locked.agentId) await this.agents.shiftLoad(locked.agentId, -1, trx)
    if (to) await this.agents.shiftLoad(to.id, 1, trx)
  }

  #change(conversation: Conversation, change: Change) {
    return changeConversation(this.db, this.emitter, conversation, change)
  }
}
