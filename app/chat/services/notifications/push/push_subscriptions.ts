import { createHash, randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import encryption from '@adonisjs/core/services/encryption'
import type { ChatConfig } from '#chat/config/chat_config'
import Agent from '#chat/models/agent'
import PushSubscription from '#chat/models/push_subscription'
import { toSqlUtc } from '#chat/models/columns'
import { PushEndpointRefused } from '#chat/exceptions/chat_errors'
import { areBrowserKeys, type BrowserKeys } from '#chat/services/notifications/push/encrypt_push'
import { isPushEndpoint } from '#chat/services/notifications/push/push_services'
import type { Language } from '#chat/texts/languages'

const PURPOSE = 'chat.push.secret'
/** The most browsers of one agent; the oldest goes. */
const MOST = 20

/** What a browser says of its subscription. */
export interface BrowserSubscription {
  endpoint: string
  /** base64url, as browsers give them. */
  p256dh: string
  auth: string
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
    const { endpoint, p256dh, auth, locale, userAgent } = browser
    const keys = { publicKey: fromBase64(p256dh), secret: fromBase64(auth) }
    if (!isPushEndpoint(endpoint, this.config) || !areBrowserKeys(keys)) {
      throw new PushEndpointRefused()
    }
    const row = {
      tenant_id: tenantId,
      agent_id: id,
      endpoint,
      endpoint_hash: hashOf(endpoint),
      browser_key: keys.publicKey.toString('base64url'),
      secret: encryption.encrypt(keys.secret.toString('base64url'), { purpose: PURPOSE }),
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

/** A browser's keys; null when the application's key has changed since they were stored. */
export function keysOf({ browserKey, secret }: PushSubscription): BrowserKeys | null {
  const opened = encryption.decrypt<string>(secret, PURPOSE)
  return opened ? { publicKey: fromBase64(browserKey), secret: fromBase64(opened) } : null
}

const fromBase64 = (text: string) => Buffer.from(text, 'base64url')

const hashOf = (endpoint: string) => createHash('sha256').update(endpoint).digest('hex')
