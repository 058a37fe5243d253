import { DateTime } from 'luxon'
import Visitor from '#chat/models/visitor'
import VisitorSession from '#chat/models/visitor_session'
import { toSqlUtc } from '#chat/models/columns'
import type Widget from '#chat/models/widget'
import { hashVisitorToken, mintVisitorToken } from '#chat/services/visitors/visitor_token'

/** The browsers of verified visitors: each holds a token of its own, and one can be ended without the others. */
export class VisitorSessions {
  constructor(protected tokenDays: number) {}

  /** Lets a browser in, with a token that only it holds. */
  async create(visitor: Visitor, verifiedUntil: DateTime) {
    const token = mintVisitorToken()
    const now = DateTime.utc()
    await VisitorSession.query()
      .where('visitor_id', visitor.id)
      .where('expires_at', '<', toSqlUtc(now))
      .delete()
    visitor.session = await VisitorSession.create({
      tenantId: visitor.tenantId,
      widgetId: visitor.widgetId,
      visitorId: visitor.id,
      tokenHash: hashVisitorToken(token),
      verifiedUntil,
      expiresAt: now.plus({ days: this.tokenDays }),
      createdAt: now,
    })
    return token
  }

  /** The visitor whose browser holds the token; null when there is none, or it has expired. */
  async visitorOf(widget: Widget, token: string): Promise<Visitor | null> {
    const session = await this.#find(widget, hashVisitorToken(token))
    const isGood = session && session.expiresAt.toMillis() > Date.now()
    const visitor = isGood ? await Visitor.find(session.visitorId) : null
    if (visitor) visitor.session = session!
    return visitor
  }

  /** Extends a browser's token. Returns false when it has been ended. */
  async seen(session: VisitorSession): Promise<boolean> {
    const expiresAt = DateTime.utc().plus({ days: this.tokenDays })
    const { id } = session
    const [living] = await VisitorSession.query()
      .where({ id })
      .update({ expires_at: toSqlUtc(expiresAt) })
    session.merge({ expiresAt })
    return Number(living) > 0
  }

  /** Ends a browser's token by its hash, and returns its visitor; null when there was none. */
  async end(widget: Widget, tokenHash: string): Promise<Visitor | null> {
    const session = await this.#find(widget, tokenHash)
    if (!session) return null
    await session.delete()
    return Visitor.find(session.visitorId)
  }

  #find({ id }: Widget, tokenHash: string): Promise<VisitorSession | null> {
    return VisitorSession.query().where({ token_hash: tokenHash, widget_id: id }).first()
  }
}
