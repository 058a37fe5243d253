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
import type { AgentLoads } from '#chat/services/team/agent_loads'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import { isOpen } from '#chat/services/conversations/status_rules'
import { isServed, isServedByOthers } from '#chat/services/team/available_agents'
import { assertAssignee, type SeenAssignee } from '#chat/services/conversations/assert_assignee'
import { appendMessage } from '#chat/services/conversations/message_log'
import { cleanMessage, messageContent } from '#chat/services/conversations/message_rules'
import type { Change, ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { houseText } from '#chat/texts/text'

/** Transfers a locked conversation and returns the new owner's name; null when it is already there. */
type Move = (locked: Conversation, trx: TransactionClientContract) => Promise<string | null>

/**
 * Transfers conversations to another agent or department (C5): adds a line to the thread, an optional note for agents
 * only, and releases the previous agent's capacity.
 */
export class Transfers {
  constructor(
    protected writer: ConversationWriter,
    protected loads: AgentLoads
  ) {}

  /**
   * Transfers to an agent, even beyond their maximum: a person has decided so.
   *
   * @throws ConversationEnded when it is not open
   * @throws MessageTooLong when the note is too long
   * @throws AssigneeChanged when its assignee is not the one that was `seen`
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
      assertAssignee(locked, seen)
      await this.loads.reassign(locked, to, trx)
      return to.name
    })
  }

  /**
   * Transfers to a department: its next available agent gets the conversation from the queue. The agent who had it
   * (or, if it was unassigned, who transfers it) is excluded, unless the department has no other agent.
   *
   * @throws ConversationEnded when it is not open
   * @throws MessageTooLong when the note is too long
   * @throws AssigneeChanged when its assignee is not the one that was `seen`
   * @throws DepartmentNotFound when it was removed meanwhile
   * @throws DepartmentEmpty when none of its agents serves the conversation's widget: it would never be assigned
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
      assertAssignee(locked, seen)
      await this.#assertExists(to, trx)
      const from = locked.agentId ?? by.id
      locked.merge({ departmentId: to.id, departmentSince: null })
      if (!(await isServed(locked, trx))) throw new DepartmentEmpty([to.name])
      await this.loads.reassign(locked, null, trx)
      if (await isServedByOthers(locked, from, trx)) locked.transferredById = from
      return to.name
    })
  }

  async #transfer(
    conversation: Conversation,
    by: Agent,
    note: string | null | undefined,
    move: Move
  ): Promise<Conversation> {
    const checked = note && cleanMessage(note) ? messageContent(note, 'note') : null
    const change: Change = async (locked, trx) => {
      if (!isOpen(locked.status)) throw new ConversationEnded()
      const name = await move(locked, trx)
      return name === null ? [] : this.#record(locked, by, name, checked, trx)
    }
    const done = await this.writer.change(conversation, change, by)
    return done.conversation
  }

  async #assertExists({ id, tenantId }: Department, trx: TransactionClientContract) {
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
    note: string | null,
    trx: TransactionClientContract
  ): Promise<Message[]> {
    const line = houseText('system_lines.transferred', { agent: by.name, to: name })
    const messages = [await addSystemLine(locked, 'transferred', line, trx)]
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
