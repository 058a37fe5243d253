import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Visitor from '#chat/models/visitor'
import { findRow } from '#chat/models/find_row'
import { toSqlUtc } from '#chat/models/columns'
import type Widget from '#chat/models/widget'
import type { ChatConfig } from '#chat/config/chat_config'
import {
  hashVisitorToken,
  isVisitorToken,
  mintVisitorToken,
} from '#chat/services/visitors/visitor_token'
import { forgetBrowsers } from '#chat/services/notifications/visitors/visitor_browsers'
import { VisitorList } from '#chat/services/visitors/visitor_list'
import { VisitorSessions } from '#chat/services/visitors/identity/visitor_sessions'
import type { DirectLinks } from '#chat/services/mail/direct_links'
import type { Language } from '#chat/texts/languages'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { storedPage, storedReferrer, type StoredPage } from '#chat/services/visitors/page_address'
import { addToTrail, type PageVisit } from '#chat/services/visitors/page_trail'
import { takeClaims } from '#chat/services/visitors/contact_sources'
import type { ContactDetails } from '#chat/models/contact_details'

/** Details of a visitor that the request carries. */
export interface VisitorClient {
  ipAddress: string
  userAgent: string | null
  countryCode: string | null
  /** The language that the chat is read in. */
  locale?: Language
}

/** What visitors say about themselves: claims, not proven (P5). */
export type VisitorClaims = ContactDetails

/** A visitor's `last seen` is written at most once per this many seconds. */
const SEEN_RESOLUTION_SECONDS = 45

/** The visitors of the websites: tokens, claims and page views (V1–V5). */
export class VisitorRegistry extends VisitorList {
  /** The browsers of verified visitors. */
  protected readonly sessions: VisitorSessions

  constructor(
    protected config: ChatConfig,
    protected emitter: EmitterLike<EventsList>,
    /** Links by which a visitor comes from an email. */
    readonly links: DirectLinks
  ) {
    super()
    this.sessions = new VisitorSessions(config.visitorTokenDays)
  }

  /**
   * Creates a visitor, with a token that only their browser holds. `consent` is the version of the widget's text that
   * they have agreed to.
   */
  async register(
    widget: Widget,
    client: VisitorClient,
    page?: PageVisit | null,
    consent?: string | null
  ) {
    const token = mintVisitorToken()
    const now = DateTime.utc()
    const stored = page ? storedPage(page) : null
    const visitor = await Visitor.create({
      ...client,
      externalId: randomUUID(),
      tenantId: widget.tenantId,
      widgetId: widget.id,
      tokenHash: hashVisitorToken(token),
      tokenExpiresAt: now.plus({ days: this.config.visitorTokenDays }),
      name: null,
      email: null,
      phone: null,
      referrer: storedReferrer(page?.referrer),
      currentPage: stored?.url ?? null,
      currentPageTitle: stored?.title ?? null,
      personId: null,
      getsPushes: false,
      blockedAt: null,
      ...consentTo(widget, consent, now),
      firstSeenAt: now,
      lastSeenAt: now,
      createdAt: now,
      updatedAt: now,
    })
    if (stored) await this.#addToTrail(visitor, stored, now)
    return { visitor, token }
  }

  /** The visitor of this widget who holds the token, verified, by a link, or neither; null once it has expired. */
  async authenticate(widget: Widget, token: unknown): Promise<Visitor | null> {
    if (!isVisitorToken(token)) return null
    const held = { token_hash: hashVisitorToken(token), widget_id: widget.id }
    const visitor = await findRow(Visitor, held)
    if (!visitor) {
      const verified = await this.sessions.visitorOf(widget, token)
      return verified ?? this.links.visitorOf(widget, token)
    }
    return visitor.tokenExpiresAt.toMillis() > Date.now() ? visitor : null
  }

  /**
   * Records a sign of life and extends the token. Returns false when the token has been revoked, as far as the
   * database was asked.
   */
  async seen(visitor: Visitor): Promise<boolean> {
    const unseenMs = Date.now() - visitor.lastSeenAt.toMillis()
    if (unseenMs < SEEN_RESOLUTION_SECONDS * 1000) return true
    const now = DateTime.utc()
    const tokenExpiresAt = now.plus({ days: this.config.visitorTokenDays })
    const { id, tokenHash, session } = visitor
    const [living] = await Visitor.query()
      .where({ id, token_hash: tokenHash })
      .update({ last_seen_at: toSqlUtc(now), token_expires_at: toSqlUtc(tokenExpiresAt) })
    visitor.merge({ lastSeenAt: now, tokenExpiresAt })
    return session ? this.sessions.seen(session) : living > 0
  }

  /** Remembers the language in which the visitor reads the chat; emails to them are in it. */
  async reads(visitor: Visitor, locale: Language): Promise<void> {
    if (visitor.locale === locale) return
    await Visitor.query().where('id', visitor.id).update({ locale })
    visitor.locale = locale
    visitor.$original.locale = locale
  }

  /**
   * Revokes the token that belongs to an `endKeyOf`: no request or stream is accepted with it. The visitor and their
   * conversations stay with the team. A key of another widget's token, or of none, has no effect.
   */
  async forget(widget: Widget, endKey: string): Promise<void> {
    const held = { token_hash: endKey, widget_id: widget.id }
    const visitor = await Visitor.query().where(held).first()
    if (!visitor) return this.#forgetVerified(widget, endKey)
    const unusable = hashVisitorToken(mintVisitorToken())
    await Visitor.query().where(held).update({ token_hash: unusable })
    await this.links.endFor(visitor)
    await forgetBrowsers(visitor.id)
    emitAfterCommit(this.emitter, 'chat.visitor.forgotten', { visitor })
  }

  async #forgetVerified(widget: Widget, endKey: string) {
    const visitor = await this.sessions.end(widget, endKey)
    if (!visitor) return
    await this.links.endFor(visitor)
    emitAfterCommit(this.emitter, 'chat.visitor.forgotten', { visitor })
  }

  /** Stores what the visitor claims about themselves; claims never link them to a person (P5). */
  async identify(visitor: Visitor, claims: VisitorClaims): Promise<Visitor> {
    takeClaims(visitor, claims)
    if (!visitor.$isDirty) return visitor
    await visitor.merge({ updatedAt: DateTime.utc() }).save()
    emitAfterCommit(this.emitter, 'chat.visitor.updated', { visitor })
    return visitor
  }

  /** Stores that a visitor has agreed to the widget's present text; the first time counts (W16). */
  async consent(visitor: Visitor, widget: Widget, version?: string | null): Promise<void> {
    const given = consentTo(widget, version, DateTime.utc())
    if (!given.consentVersion || given.consentVersion === visitor.consentVersion) return
    await visitor.merge(given).save()
  }

  /** Adds a page view; the page that the visitor is already on is not added again (V3). */
  async recordPageView(visitor: Visitor, page: PageVisit): Promise<void> {
    const { url, title } = storedPage(page)
    const now = DateTime.utc()
    if (visitor.currentPage !== url) await this.#addToTrail(visitor, { url, title }, now)
    await visitor.merge({ currentPage: url, currentPageTitle: title, lastSeenAt: now }).save()
    emitAfterCommit(this.emitter, 'chat.visitor.updated', { visitor })
  }

  #addToTrail(visitor: Visitor, page: StoredPage, viewedAt: DateTime) {
    return addToTrail(visitor, page, viewedAt, this.config.keepPageViews)
  }
}

/** The consent to a widget's present text; none where it asks for none, or another version was agreed to. */
function consentTo({ consentText, consentVersion }: Widget, given: unknown, now: DateTime) {
  const isGiven = consentText !== null && given === consentVersion
  return isGiven
    ? { consentVersion, consentGivenAt: now }
    : { consentVersion: null, consentGivenAt: null }
}
