import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Visitor from '#chat/models/visitor'
import PageView from '#chat/models/page_view'
import type Widget from '#chat/models/widget'
import type { ChatConfig } from '#chat/define_config'
import { hashVisitorToken, isVisitorToken, mintVisitorToken } from '#chat/services/visitor_token'
import { tell } from '#chat/services/tell'
import { takeClaims, type ContactDetails } from '#chat/services/visitors/contact_sources'

/** Where a visitor is. Lengths are cut to what is stored. */
export interface PageVisit {
  url: string
  title?: string | null
  referrer?: string | null
}

/** What the request itself says about a visitor. */
export interface VisitorClient {
  ipAddress: string
  userAgent: string | null
  countryCode: string | null
}

export type VisitorClaims = ContactDetails

/** A visitor is written to when last seen at most once per this many seconds. */
const SEEN_RESOLUTION_SECONDS = 45

/** Who is on the websites: tokens, claims and page trails (V1–V5). */
export class VisitorRegistry {
  constructor(
    protected config: ChatConfig,
    protected emitter: EmitterLike<EventsList>
  ) {}

  /** A new visitor, with the token that only they will ever hold. */
  async register(widget: Widget, client: VisitorClient, page?: PageVisit | null) {
    const token = mintVisitorToken()
    const now = DateTime.utc()
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
      referrer: page?.referrer?.slice(0, 1024) || null,
      currentPage: page?.url.slice(0, 2048) ?? null,
      currentPageTitle: page?.title?.slice(0, 512) ?? null,
      personId: null,
      firstSeenAt: now,
      lastSeenAt: now,
      createdAt: now,
      updatedAt: now,
    })
    if (page) await this.#addToTrail(visitor, page, now)
    return { visitor, token }
  }

  /** The visitor of this widget who holds the token, if it is one and has not expired. */
  async authenticate(widget: Widget, token: unknown): Promise<Visitor | null> {
    if (!isVisitorToken(token)) return null
    const visitor = await Visitor.query()
      .where({ token_hash: hashVisitorToken(token), widget_id: widget.id })
      .first()
    return visitor && visitor.tokenExpiresAt > DateTime.utc() ? visitor : null
  }

  /** Notes a sign of life, and lets the token live on. */
  async seen(visitor: Visitor): Promise<void> {
    const now = DateTime.utc()
    if (now.diff(visitor.lastSeenAt, 'seconds').seconds < SEEN_RESOLUTION_SECONDS) return
    const tokenExpiresAt = now.plus({ days: this.config.visitorTokenDays })
    await visitor.merge({ lastSeenAt: now, tokenExpiresAt }).save()
  }

  /** Takes down what the visitor says of themselves: claims, which no person is matched by (P5). */
  async identify(visitor: Visitor, claims: VisitorClaims): Promise<Visitor> {
    takeClaims(visitor, claims)
    if (!visitor.$isDirty) return visitor
    await visitor.merge({ updatedAt: DateTime.utc() }).save()
    tell(this.emitter, 'chat.visitor.updated', { visitor })
    return visitor
  }

  /** Adds a page to the trail; the page that the visitor is already on is not added again (V3). */
  async recordPageView(visitor: Visitor, page: PageVisit): Promise<void> {
    const url = page.url.slice(0, 2048)
    const now = DateTime.utc()
    if (visitor.currentPage !== url) await this.#addToTrail(visitor, page, now)
    await visitor
      .merge({
        currentPage: url,
        currentPageTitle: page.title?.slice(0, 512) ?? null,
        lastSeenAt: now,
      })
      .save()
    tell(this.emitter, 'chat.visitor.updated', { visitor })
  }

  /** The newest pages first. */
  trail(visitor: Visitor, limit: number): Promise<PageView[]> {
    return PageView.query().where('visitor_id', visitor.id).orderBy('id', 'desc').limit(limit)
  }

  #addToTrail(visitor: Visitor, page: PageVisit, viewedAt: DateTime) {
    return PageView.create({
      tenantId: visitor.tenantId,
      visitorId: visitor.id,
      url: page.url.slice(0, 2048),
      title: page.title?.slice(0, 512) ?? null,
      viewedAt,
    })
  }
}
