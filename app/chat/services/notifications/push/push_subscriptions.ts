import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import Agent from '#chat/models/agent'
import PushSubscription from '#chat/models/push_subscription'
import { toSqlUtc } from '#chat/models/columns'
import {
  hashOf,
  subscriptionColumns,
  type Subscription,
} from '#chat/services/notifications/push/subscription_columns'
import type { Language } from '#chat/texts/languages'

/** The most browsers of one agent; the oldest goes. */
const MOST = 20

/** What a browser says of its subscription. */
export interface BrowserSubscription extends Subscription {
  locale: Language | null
  userAgent: string | null
}

/** The browsers of agents that get pushes. */
export class PushSubscriptions {
  constructor(protected config: ChatConfig['push']) {}

  /** The agent's, the newest first. */
  list({ id }: Pick<Agent, 'id'>): Promise<PushSubscription[]> {
    return PushSubscription.query().where('agent_id', id).orderBy('id', 'desc').limit(MOST)
  }

  /**
   * Adds a browser of the agent. A known browser becomes theirs.
   *
   * @throws PushEndpointRefused when its endpoint is none of a known push service, or its keys are not valid
   */
  async add({ id, tenantId }: Agent, browser: BrowserSubscription): Promise<void> {
    const { locale, userAgent } = browser
    const row = {
      ...subscriptionColumns(browser, this.config),
      tenant_id: tenantId,
      agent_id: id,
      locale,
      user_agent: userAgent?.slice(0, 255) ?? null,
    }
    const createdAt = toSqlUtc(DateTime.utc())
    await PushSubscription.query()
      .knexQuery.insert({ ...row, external_id: randomUUID(), created_at: createdAt })
      .onConflict('endpoint_hash')
      .merge(row)
    const all = await PushSubscription.query().where('agent_id', id).orderBy('id', 'desc')
    for (const old of all.slice(MOST)) await old.delete()
  }

  /** Removes the browser that has this endpoint; nothing for one of another agent. */
  async removeEndpoint({ id }: Agent, endpoint: string): Promise<void> {
    await PushSubscription.query()
      .where({ agent_id: id, endpoint_hash: hashOf(endpoint) })
      .delete()
  }

  /** Removes one of the agent's browsers by its external id. */
  async remove({ id }: Agent, externalId: string): Promise<void> {
    await PushSubscription.query().where({ agent_id: id, external_id: externalId }).delete()
  }

  /** No browser of a user gets pushes any more: they have logged out. */
  async forgetUser(userId: string): Promise<void> {
    const agents = await Agent.query().where('user_id', userId).select('id')
    const ids = agents.map(({ id }) => id)
    await PushSubscription.query().whereIn('agent_id', ids).delete()
  }
}
