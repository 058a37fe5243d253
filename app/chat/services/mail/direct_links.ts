import { createHmac, randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import type Conversation from '#chat/models/conversation'
import DirectLink from '#chat/models/direct_link'
import { findRow } from '#chat/models/find_row'
import Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { toSqlUtc } from '#chat/models/columns'
import { hashVisitorToken } from '#chat/services/visitors/visitor_token'
import { LinkExpired } from '#chat/exceptions/chat_errors'

/** Days that a link opens its conversation. */
const LIVES = { days: 7 }

/** Days that it is known afterwards: the wish for no more emails in it stays good. */
const KNOWN = { days: 60 }

/** 128 random bits. */
const mint = () => randomBytes(16).toString('hex')

/** Whether a value has the form of a link's token. */
export const isLinkToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)

const isOver = ({ expiresAt }: DirectLink) => expiresAt <= DateTime.utc()

/** The visitor token that a link is exchanged for: the same on every device, and of no use without the link. */
const sessionOf = (token: string) => createHmac('sha256', token).update('session').digest('hex')

/**
 * Links that open one conversation on any device (N1). A link's token is exchanged by a POST, so that a program that
 * only looks at addresses does not open it; what it is exchanged for reaches that conversation and nothing else.
 */
export class DirectLinks {
  /** Makes a link to a conversation for the visitor at `email`; answers its token, which is stored nowhere. */
  async create(conversation: Conversation, email: string): Promise<string> {
    const now = DateTime.utc()
    await DirectLink.query()
      .where('conversation_id', conversation.id)
      .where('expires_at', '<', toSqlUtc(now.minus(KNOWN)))
      .delete()
    const token = mint()
    await DirectLink.create({
      tenantId: conversation.tenantId,
      widgetId: conversation.widgetId,
      visitorId: conversation.visitorId,
      conversationId: conversation.id,
      email,
      tokenHash: hashVisitorToken(token),
      sessionHash: hashVisitorToken(sessionOf(token)),
      expiresAt: now.plus(LIVES),
      createdAt: now,
    })
    return token
  }

  /** The visitor token that a link stands for. @throws LinkExpired when it is unknown or too old */
  async open(widget: Widget, token: string): Promise<string> {
    const link = await this.find(widget, token)
    if (!link || isOver(link)) throw new LinkExpired()
    return sessionOf(token)
  }

  /** The link, expired or not; null when the widget has none with this token. */
  async find(widget: Widget, token: string): Promise<DirectLink | null> {
    if (!isLinkToken(token)) return null
    return findRow(DirectLink, { token_hash: hashVisitorToken(token), widget_id: widget.id })
  }

  /** The visitor of a link's session, confined to its conversation; null when there is none, or it is too old. */
  async visitorOf(widget: Widget, session: string): Promise<Visitor | null> {
    const held = { session_hash: hashVisitorToken(session), widget_id: widget.id }
    const link = await findRow(DirectLink, held)
    if (!link || isOver(link)) return null
    const visitor = await Visitor.find(link.visitorId)
    if (!visitor) return null
    visitor.link = link
    return visitor
  }

  /** Nothing opens the visitor's conversations any more but their own browser. */
  async endFor({ id }: Visitor): Promise<void> {
    const now = toSqlUtc(DateTime.utc())
    await DirectLink.query().where('visitor_id', id).update({ expires_at: now })
  }

  /** Lets a visitor who came by a link read on in the conversation that their message has begun. */
  async follow({ link }: Visitor, { id }: Conversation): Promise<void> {
    if (!link || link.conversationId === id) return
    await link.merge({ conversationId: id }).save()
  }
}
