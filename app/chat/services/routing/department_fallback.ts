import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/define_config'
import Conversation from '#chat/models/conversation'
import Department from '#chat/models/department'
import { toSqlUtc } from '#chat/models/columns'
import { announce } from '#chat/services/announcements'
import type { ConversationWriter } from '#chat/services/conversation_writer'
import { isServedNow } from '#chat/services/routing/available_agents'

const AT_A_TIME = 100

/**
 * Opens to everyone what has waited too long for a department of which no agent is there: a visitor who
 * was passed on must not wait for an empty room while others are free. As long as one of the department
 * is there, however full, the conversation stays theirs.
 */
export class DepartmentFallback {
  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter
  ) {}

  /** Opens what is due, and answers how many that were. */
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
      locked.merge({ departmentId: null, departmentSince: null, passedOnById: null })
      const line = `No one from ${name} was there for ${minutes} min: open to everyone`
      return [await announce(locked, 'unassigned', line, trx)]
    })
    return messages.length > 0
  }

  async #nameOf({ departmentId }: Conversation, trx: TransactionClientContract) {
    const found = await Department.query({ client: trx }).where('id', departmentId!).first()
    return found?.name ?? 'the department'
  }
}
