import { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { chatTable } from '#chat/models/chat_model'
import { toSqlUtc } from '#chat/models/columns'

/** Seconds that a tab's word holds: tabs repeat it every 20 seconds, and one that crashes never takes it back. */
const LASTS = { seconds: 45 }

/** Names an agent and a conversation. */
export const lookKey = (agentId: number, conversationId: number) => `${agentId}/${conversationId}`

/** Which agents have which conversations on their screens, in any tab of any device. */
export class Looks {
  constructor(protected db: QueryClientContract) {}

  /** A tab shows a conversation from now on, or no longer. */
  async note(
    { id: agentId }: Agent,
    { id: conversationId }: Conversation,
    tab: string,
    looking: boolean
  ): Promise<void> {
    const now = DateTime.utc()
    if (!looking) {
      await this.#rows().where({ agent_id: agentId, tab, conversation_id: conversationId }).delete()
      return
    }
    const row = { agent_id: agentId, tab, conversation_id: conversationId }
    await this.db
      .knexQuery()
      .table(chatTable('agent_looks'))
      .insert({ ...row, looks_until: toSqlUtc(now.plus(LASTS)) })
      .onConflict(['agent_id', 'tab'])
      .merge()
    await this.#rows().where('agent_id', agentId).where('looks_until', '<', toSqlUtc(now)).delete()
  }

  /** What these agents look at, as `lookKey`s. */
  async of(agentIds: number[], now: DateTime = DateTime.utc()): Promise<Set<string>> {
    const rows = await this.#rows()
      .whereIn('agent_id', agentIds)
      .where('looks_until', '>=', toSqlUtc(now))
      .select('agent_id', 'conversation_id')
    return new Set(rows.map((row) => lookKey(row.agent_id, row.conversation_id)))
  }

  #rows() {
    return this.db.from(chatTable('agent_looks'))
  }
}
