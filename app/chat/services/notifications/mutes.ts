import { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import { chatTable } from '#chat/models/chat_model'
import { toSqlUtc } from '#chat/models/columns'
import Conversation from '#chat/models/conversation'
import { lookKey } from '#chat/services/notifications/looks'

/** The most conversations that a page lists. */
const MOST = 100

/** The conversations of whose messages an agent does not want to be notified. */
export class Mutes {
  constructor(protected db: QueryClientContract) {}

  /** Mutes a conversation for an agent, or unmutes it; a second time changes nothing. */
  async set({ id: agentId }: Agent, { id }: Conversation, muted: boolean): Promise<void> {
    const row = { agent_id: agentId, conversation_id: id }
    if (!muted) return void (await this.#rows().where(row).delete())
    await this.db
      .knexQuery()
      .table(chatTable('notification_mutes'))
      .insert({ ...row, created_at: toSqlUtc(DateTime.utc()) })
      .onConflict(['agent_id', 'conversation_id'])
      .ignore()
  }

  async has({ id: agentId }: Agent, { id }: Conversation): Promise<boolean> {
    const row = await this.#rows().where({ agent_id: agentId, conversation_id: id }).first()
    return row !== null
  }

  /** The agent's muted conversations with their visitors, the newest first. */
  list({ id, tenantId }: Agent): Promise<Conversation[]> {
    const muted = this.#rows().where('agent_id', id).select('conversation_id')
    return Conversation.query()
      .where('tenant_id', tenantId)
      .whereIn('id', muted)
      .orderBy('id', 'desc')
      .preload('visitor')
      .limit(MOST)
  }

  /** What these agents have muted of these conversations, as `lookKey`s. */
  async of(agentIds: number[], conversationIds: number[]): Promise<Set<string>> {
    const rows = await this.#rows()
      .whereIn('agent_id', agentIds)
      .whereIn('conversation_id', conversationIds)
      .select('agent_id', 'conversation_id')
    return new Set(rows.map((row) => lookKey(row.agent_id, row.conversation_id)))
  }

  #rows() {
    return this.db.from(chatTable('notification_mutes'))
  }
}
