import { DateTime } from 'luxon'
import { findRow } from '#chat/models/find_row'
import Visitor from '#chat/models/visitor'
import VisitorBrowser from '#chat/models/visitor_browser'
import VisitorSession from '#chat/models/visitor_session'
import { toSqlUtc } from '#chat/models/columns'
import type Widget from '#chat/models/widget'
import { hashVisitorToken, mintVisitorToken } from '#chat/services/visitors/visitor_token'

/** The browsers of verified visitors: each holds a token of its own, and one can be ended without the others. */
export class VisitorSessions {
  constructor(protected tokenDays: number) {}

  /**
   * Lets a browser in, with a token that only it holds. Where a user of the host is logged in, it ends with what the
   * host has verified.
   */
  async create(visitor: Visitor, verifiedUntil: DateTime, hostUserId: string | null = null) {
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
      hostUserId,
      tokenHash: hashVisitorToken(token),
      verifiedUntil,
      expiresAt: hostUserId === null ? now.plus({ days: this.tokenDays }) : verifiedUntil,
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

  /** Extends a browser's token, unless that is the host's affair. Returns false when it has ended. */
  async seen(session: VisitorSession): Promise<boolean> {
    if (session.hostUserId !== null) return this.#isThere(session)
    const expiresAt = DateTime.utc().plus({ days: this.tokenDays })
    const { id } = session
    const [living] = await VisitorSession.query()
      .where({ id })
      .update({ expires_at: toSqlUtc(expiresAt) })
    session.merge({ expiresAt })
    return Number(living) > 0
  }

  /** Extends the token, by its hash, of a browser where this user of the host is still logged in; null without one. */
  async extend(visitor: Visitor, tokenHash: string, until: DateTime) {
    const session = await VisitorSession.query()
      .where({ token_hash: tokenHash, visitor_id: visitor.id })
      .where('expires_at', '>', toSqlUtc(DateTime.utc()))
      .whereNotNull('host_user_id')
      .first()
    return session && session.merge({ verifiedUntil: until, expiresAt: until }).save()
  }

  /** Ends the tokens of a user of the host in all browsers, and returns the visitors that they were. */
  async endOfHostUser(hostUserId: string): Promise<Visitor[]> {
    const theirs = () => VisitorSession.query().where('host_user_id', hostUserId)
    const sessions = await theirs().select('visitor_id')
    if (!sessions.length) return []
    await theirs().delete()
    return Visitor.query().whereIn('id', [...new Set(sessions.map(({ visitorId }) => visitorId))])
  }

  /** Ends a browser's token by its hash, and returns its visitor; null when there was none. */
  async end(widget: Widget, tokenHash: string): Promise<Visitor | null> {
    const session = await this.#find(widget, tokenHash)
    if (!session) return null
    await session.delete()
    await VisitorBrowser.query().where('session_id', session.id).delete()
    return Visitor.find(session.visitorId)
  }

  async #isThere({ id }: VisitorSession): Promise<boolean> {
    const session = await VisitorSession.find(id)
    return session !== null && session.expiresAt > DateTime.utc()
  }

  #find({ id }: Widget, tokenHash: string): Promise<VisitorSession | null> {
    return findRow(VisitorSession, { token_hash: tokenHash, widget_id: id })
  }
}
