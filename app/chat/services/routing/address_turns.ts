import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/config/chat_config'
import Conversation from '#chat/models/conversation'
import { chatTable } from '#chat/models/chat_model'
import { TooManyFromAddress } from '#chat/exceptions/chat_errors'
import { ROUTING } from '#chat/services/routing/routing_lock'

/** The open conversations of one address in a tenant. */
interface UnderWay {
  /** Conversations in the queue, or whose agent's or visitor's turn it is. */
  open: number
  /** The round of the last of them in the queue; null when none waits. */
  lastRound: number | null
  /** The round up to which the tenant's queue has been served. */
  servedRound: number
}

type Addressed = Pick<Conversation, 'tenantId' | 'addressKey'>

/**
 * Keeps one address from filling the queue. The queue goes in rounds: in each, every address has one turn, and the
 * longest wait comes first. A conversation enters the round being served, or the one after the last that its address
 * has in the queue. While no address has two in the queue, everything is one round: oldest first.
 */
export class AddressTurns {
  /** The highest round, by tenant, that this process knows to be recorded as served; it only grows. */
  #recorded = new Map<string, number>()

  constructor(protected config: Pick<ChatConfig, 'openConversationsPerAddress'>) {}

  /**
   * Admits one more conversation of an address, and returns the round that it may wait in.
   *
   * @throws TooManyFromAddress when the address has as many open conversations as the configuration allows
   */
  async admit(from: Addressed, trx: TransactionClientContract): Promise<number> {
    const underWay = await this.#underWay(from, trx)
    const { openConversationsPerAddress: most } = this.config
    if (from.addressKey && most > 0 && underWay.open >= most) throw new TooManyFromAddress()
    return nextRound(underWay)
  }

  /** Gives a locked conversation that has entered the queue its round; the writer calls it before saving. */
  async enter(conversation: Conversation, trx: TransactionClientContract): Promise<void> {
    if (!conversation.queuedAt || conversation.$original.queuedAt) return
    conversation.queueRound = nextRound(await this.#underWay(conversation, trx))
  }

  /** Records, under the routing lock, that a conversation of this round has been assigned. */
  async served(
    { tenantId, queueRound }: Conversation,
    trx: TransactionClientContract
  ): Promise<void> {
    if (queueRound <= (this.#recorded.get(tenantId) ?? 0)) return
    await trx
      .from(chatTable('counters'))
      .where({ tenant_id: tenantId, name: ROUTING })
      .where('value', '<', queueRound)
      .update({ value: queueRound })
    this.#recorded.set(tenantId, queueRound)
  }

  async #underWay(
    { tenantId, addressKey }: Addressed,
    trx: TransactionClientContract
  ): Promise<UnderWay> {
    const served = trx
      .from(chatTable('counters'))
      .where({ tenant_id: tenantId, name: ROUTING })
      .select('value')
      .as('served_round')
    const row = await trx
      .from(Conversation.table)
      .where({ tenant_id: tenantId, address_key: addressKey ?? '', folder: 'open' })
      .whereIn('status', ['pending', 'active'])
      .select(served)
      .count('* as open')
      .select(trx.raw('max(case when queued_at is not null then queue_round end) as last_round'))
      .first()
    return {
      open: Number(row.open),
      lastRound: row.last_round === null ? null : Number(row.last_round),
      servedRound: Number(row.served_round ?? 0),
    }
  }
}

const nextRound = ({ lastRound, servedRound }: UnderWay) =>
  lastRound === null ? servedRound : Math.max(servedRound, lastRound + 1)
