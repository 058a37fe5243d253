import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import { cancelPending } from '#chat/services/conversations/pending_action'
import { isOpen } from '#chat/services/conversations/status_rules'
import { moveTo, openStatusFor } from '#chat/services/conversations/status_transitions'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { AddressTurns } from '#chat/services/routing/address_turns'
import type { ReturningVisitors } from '#chat/services/routing/returning_visitors'
import type { AgentLoads } from '#chat/services/team/agent_loads'
import { houseText } from '#chat/texts/text'

/** Resumes a conversation when its visitor writes, whether it is snoozed, archived, ended or about to end. */
export class ConversationResumption {
  constructor(
    protected loads: AgentLoads,
    protected returning: ReturningVisitors,
    protected turns: AddressTurns
  ) {}

  /**
   * Makes a locked conversation active again before its visitor's message: a pending ending is cancelled, a snoozed
   * conversation is woken, an archived one unarchived, an ended one reopened. Returns the lines that record it.
   *
   * @throws TooManyFromAddress when the address has too many open conversations to reopen one
   */
  async resume(conversation: Conversation, trx: TransactionClientContract): Promise<Message[]> {
    const lines = await cancelPending(
      conversation,
      houseText('system_lines.kept_reasons.visitor'),
      trx
    )
    if (conversation.snoozedUntil) lines.push(await this.#wake(conversation, trx))
    if (conversation.archivedAt) await this.loads.unarchive(conversation, trx)
    if (!isOpen(conversation.status)) lines.push(...(await this.#reopen(conversation, trx)))
    if (conversation.status === 'waiting') moveTo(conversation, 'active')
    return lines
  }

  async #wake(conversation: Conversation, trx: TransactionClientContract) {
    await this.loads.wakeForVisitor(conversation, trx)
    return addSystemLine(conversation, 'woken', houseText('system_lines.woken_by_visitor'), trx)
  }

  async #reopen(conversation: Conversation, trx: TransactionClientContract) {
    await this.turns.admit(conversation, trx)
    const line = await addSystemLine(conversation, 'reopened', { key: 'reopened', agent: '' }, trx)
    const returned = await this.returning.reopen(conversation, trx)
    moveTo(conversation, openStatusFor(conversation))
    return [line, ...returned]
  }
}
