import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import Department from '#chat/models/department'
import type Message from '#chat/models/message'
import {
  ConversationEnded,
  DepartmentEmpty,
  DepartmentNotFound,
} from '#chat/exceptions/chat_errors'
import type { AgentLoads } from '#chat/services/agent_loads'
import { announce } from '#chat/services/announcements'
import { isOpen } from '#chat/services/conversation_status'
import { isServed, isServedByOthers } from '#chat/services/routing/available_agents'
import { demandAssignee, type SeenAssignee } from '#chat/services/seen_assignee'
import { appendMessage } from '#chat/services/message_log'
import type { Change, ConversationWriter } from '#chat/services/conversation_writer'

/** Hands a locked conversation over, and names to whom; null when it is there already. */
type HandOver = (locked: Conversation, trx: TransactionClientContract) => Promise<string | null>

/**
 * Passing a conversation on with a word about it (C5): an audit line in the thread, the note for agents'
 * eyes alone, and the place of whoever had it is free again.
 */
export class Transfers {
  constructor(
    protected writer: ConversationWriter,
    protected loads: AgentLoads
  ) {}

  /**
   * To an agent, who may get more than their maximum by it: a person has decided so.
   *
   * @throws ConversationEnded when it is not open
   * @throws AssigneeChanged when it is not any more with whom it was `seen`
   */
  toAgent(
    conversation: Conversation,
    to: Agent,
    by: Agent,
    note?: string | null,
    seen?: SeenAssignee
  ) {
    return this.#transfer(conversation, by, note, async (locked, trx) => {
      if (locked.agentId === to.id) return null
      demandAssignee(locked, seen)
      await this.loads.handOver(locked, to, trx)
      return to.name
    })
  }

  /**
   * To a department: whoever of it is next gets it from the queue. Never the agent who had it (or, when
   * nobody did, who passes it on): it rather waits for another one of the department, unless there is none.
   *
   * @throws ConversationEnded when it is not open
   * @throws AssigneeChanged when it is not any more with whom it was `seen`
   * @throws DepartmentNotFound when it was removed meanwhile
   * @throws DepartmentEmpty when none of its agents serves the conversation's widget: it would wait for no one
   */
  toDepartment(
    conversation: Conversation,
    to: Department,
    by: Agent,
    note?: string | null,
    seen?: SeenAssignee
  ) {
    return this.#transfer(conversation, by, note, async (locked, trx) => {
      if (locked.departmentId === to.id && !locked.agentId) return null
      demandAssignee(locked, seen)
      await this.#demand(to, trx)
      const from = locked.agentId ?? by.id
      locked.merge({ departmentId: to.id, departmentSince: null })
      if (!(await isServed(locked, trx))) throw new DepartmentEmpty([to.name])
      await this.loads.handOver(locked, null, trx)
      if (await isServedByOthers(locked, from, trx)) locked.passedOnById = from
      return to.name
    })
  }

  async #transfer(
    conversation: Conversation,
    by: Agent,
    note: string | null | undefined,
    handOver: HandOver
  ): Promise<Conversation> {
    const change: Change = async (locked, trx) => {
      if (!isOpen(locked.status)) throw new ConversationEnded()
      const name = await handOver(locked, trx)
      return name === null ? [] : this.#record(locked, by, name, note, trx)
    }
    const done = await this.writer.change(conversation, change, by)
    return done.conversation
  }

  async #demand({ id, tenantId }: Department, trx: TransactionClientContract) {
    const found = await Department.query({ client: trx })
      .where({ id, tenant_id: tenantId })
      .forShare()
      .first()
    if (!found) throw new DepartmentNotFound()
  }

  async #record(
    locked: Conversation,
    by: Agent,
    name: string,
    note: string | null | undefined,
    trx: TransactionClientContract
  ): Promise<Message[]> {
    const line = `${by.name} transferred this to ${name}`
    const messages = [await announce(locked, 'transferred', line, trx)]
    if (note) messages.push(await this.#note(locked, by, note, trx))
    return messages
  }

  #note(locked: Conversation, by: Agent, content: string, trx: TransactionClientContract) {
    return appendMessage(
      locked,
      {
        senderType: 'agent',
        senderId: by.id,
        senderName: by.name,
        type: 'note',
        visibility: 'internal',
        content,
      },
      trx
    )
  }
}
