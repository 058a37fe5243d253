import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/config/chat_config'
import Conversation from '#chat/models/conversation'
import Department from '#chat/models/department'
import { toSqlUtc } from '#chat/models/columns'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { isServedNow } from '#chat/services/team/available_agents'
import { houseText } from '#chat/texts/text'

const AT_A_TIME = 100

/**
 * Opens a conversation to all agents when it has waited too long for a department whose agents are all away: a
 * transferred visitor must not wait for an absent team while others are free. While an agent of the department is
 * present, even at full capacity, the conversation stays with the department.
 */
export class DepartmentFallback {
  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter
  ) {}

  /** Opens the conversations that are due, and returns their number. */
  async run(): Promise<number> {
    const minutes = this.config.departmentFallbackMinutes
    if (minutes <= 0) return 0
    const until = DateTime.utc().minus({ minutes })
    const due = await Conversation.query()
      .where('department_since', '<=', toSqlUtc(until))
      .orderBy('department_since')
      .limit(AT_A_TIME)
    let opened = 0
    for (const conversation of due)
      opened += (await this.#open(conversation, until, minutes)) ? 1 : 0
    return opened
  }

  async #open(conversation: Conversation, until: DateTime, minutes: number): Promise<boolean> {
    const { messages } = await this.writer.change(conversation, async (locked, trx) => {
      const { departmentSince: since } = locked
      if (!since || since > until) return []
      if (await isServedNow(locked, this.config.agentOnlineSeconds, trx)) {
        locked.departmentSince = DateTime.utc()
        return []
      }
      const name = await this.#nameOf(locked, trx)
      locked.merge({ departmentId: null, departmentSince: null, transferredById: null })
      const line = houseText('system_lines.department_left', { department: name, minutes })
      return [await addSystemLine(locked, 'unassigned', line, trx)]
    })
    return messages.length > 0
  }

  async #nameOf({ departmentId }: Conversation, trx: TransactionClientContract) {
    const found = await Department.query({ client: trx }).where('id', departmentId!).first()
    return found?.name ?? 'the department'
  }
}
