import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/config/chat_config'
import { PushEndpointRefused } from '#chat/exceptions/chat_errors'
import { toSqlUtc } from '#chat/models/columns'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import VisitorBrowser from '#chat/models/visitor_browser'
import type Widget from '#chat/models/widget'
import {
  hashOf,
  subscriptionColumns,
  type Subscription,
} from '#chat/services/notifications/push/subscription_columns'

/** The most browsers of one visitor; the oldest goes. */
const MOST = 5

/** Whether a widget's websites offer pushes; the host's own pages do not. */
export const pushesReplies = ({ pushReplies, isInApp }: Widget) => pushReplies && !isInApp

/** The browsers of visitors that get a push when the team replies. */
export class VisitorBrowsers {
  constructor(protected config: ChatConfig['push']) {}

  /** The visitor's, the newest first. */
  list({ id }: Pick<Visitor, 'id'>): Promise<VisitorBrowser[]> {
    return VisitorBrowser.query().where('visitor_id', id).orderBy('id', 'desc').limit(MOST)
  }

  /** Whether a visitor may get pushes: who came by a link may not, as it is good for some days only. */
  isOffered(widget: Widget, { link }: Visitor): boolean {
    return pushesReplies(widget) && !link
  }

  /**
   * Adds a browser of the visitor; a known one becomes theirs.
   *
   * @throws PushEndpointRefused when pushes are not offered, its endpoint is none of a known push service, or its keys
   * are not valid
   */
  async add(widget: Widget, visitor: Visitor, subscription: Subscription): Promise<void> {
    if (!this.isOffered(widget, visitor)) throw new PushEndpointRefused()
    const row = {
      ...subscriptionColumns(subscription, this.config),
      tenant_id: visitor.tenantId,
      visitor_id: visitor.id,
      session_id: visitor.session?.id ?? null,
    }
    const createdAt = toSqlUtc(DateTime.utc())
    await VisitorBrowser.query()
      .knexQuery.insert({ ...row, external_id: randomUUID(), created_at: createdAt })
      .onConflict('endpoint_hash')
      .merge(row)
    const all = await VisitorBrowser.query().where('visitor_id', visitor.id).orderBy('id', 'desc')
    for (const old of all.slice(MOST)) await old.delete()
    await note(visitor.id, true)
  }

  /** Removes the visitor's browser that has this endpoint; nothing for one of another visitor. */
  async remove({ id }: Visitor, endpoint: string): Promise<void> {
    const found = { visitor_id: id, endpoint_hash: hashOf(endpoint) }
    await VisitorBrowser.query().where(found).delete()
  }
}

/** Gives a visitor's browsers to the visitor that their website has verified in the same browser. */
export async function moveBrowsers(from: Visitor, to: Visitor): Promise<void> {
  const moved = await VisitorBrowser.query()
    .where('visitor_id', from.id)
    .update({ visitor_id: to.id, session_id: to.session?.id ?? null })
  if (Number(moved)) await note(to.id, true)
}

/** No browser of the visitor gets pushes any more. */
export async function forgetBrowsers(
  visitorId: number,
  client?: TransactionClientContract
): Promise<void> {
  await VisitorBrowser.query({ client }).where('visitor_id', visitorId).delete()
}

/** Whether replies to the visitor are worth a look: a conversation says so itself, so that others cost nothing. */
export async function note(visitorId: number, getsPushes: boolean): Promise<void> {
  const flag = { gets_pushes: getsPushes }
  await Visitor.query().where('id', visitorId).update(flag)
  await Conversation.query().where('visitor_id', visitorId).update(flag)
}
