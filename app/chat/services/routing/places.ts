import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Agent from '#chat/models/agent'
import { toSqlUtc } from '#chat/models/columns'
import { whereReady } from '#chat/services/routing/available_agents'

/**
 * Takes a place of an agent, if they are online and have one: the check and the taking are one
 * statement, so that no two ever take the last place. Answers whether it was taken.
 */
export async function takePlace(
  agentId: number,
  onlineSeconds: number,
  trx: TransactionClientContract
): Promise<boolean> {
  const [taken] = await whereReady(Agent.query({ client: trx }).where('id', agentId), onlineSeconds)
    .whereColumn('current_chats_count', '<', 'max_concurrent_chats')
    .update({
      current_chats_count: trx.raw('current_chats_count + 1'),
      total_chats_count: trx.raw('total_chats_count + 1'),
      last_assigned_at: toSqlUtc(DateTime.utc()),
    })
  return Number(taken) > 0
}
