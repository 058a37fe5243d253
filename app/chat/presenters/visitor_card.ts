import type Visitor from '#chat/models/visitor'
import type PageView from '#chat/models/page_view'
import type Conversation from '#chat/models/conversation'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { hueOf, initials, visitorKey } from '#chat/presenters/names'
import { presentStatus } from '#chat/presenters/status'
import { enteredBy, type ContactField } from '#chat/services/visitors/contact_sources'
import { webAddress } from '#chat/support/linkify'
import { shortUserAgent } from '#chat/presenters/user_agent'

/** A visitor counts as online this long after the last sign of life. */
const ONLINE_WITHIN_SECONDS = 90

/** Who the visitor is, as far as they said and the request told. */
export function presentVisitor(visitor: Visitor, clock: ViewerClock) {
  return {
    id: visitor.externalId,
    name: visitor.displayName,
    initials: initials(visitor.displayName),
    hue: hueOf(visitorKey(visitor.id)),
    email: visitor.email,
    mailto: mailto(visitor.email),
    phone: visitor.phone,
    /** The name alone, for a field: nothing where the visitor gave none. */
    givenName: visitor.name,
    claims: claimsOf(visitor),
    isOnline: isOnline(visitor, clock),
    facts: factsOf(visitor, clock),
  }
}

/** Whose word each detail is. */
function claimsOf(visitor: Visitor) {
  const agents = enteredBy(visitor)
  const claim = (field: ContactField, unproven: string) => {
    const agent = agents[field]
    if (agent) return { label: `said by ${agent}`, title: 'An agent entered this' }
    return unproven
      ? { label: unproven, title: 'The visitor says so; nobody has checked it' }
      : null
  }
  return {
    name: claim('name', ''),
    email: claim('email', 'claimed, not proven'),
    phone: claim('phone', ''),
  }
}

/** What is claimed may hold `?bcc=…`, which is legal in an address: it stays a part of the address. */
function mailto(email: string | null) {
  return email && `mailto:${encodeURIComponent(email).replace('%40', '@')}`
}

/** The pages that the visitor went through, the present one on top. */
export function presentTrail(trail: PageView[], visitor: Visitor, clock: ViewerClock) {
  return trail.map((view, index) => ({
    title: view.title || pathOf(view.url),
    address: view.url,
    href: webAddress(view.url),
    time: clock.time(view.viewedAt),
    full: clock.full(view.viewedAt),
    at: clock.iso(view.viewedAt),
    isCurrent: index === 0 && view.url === visitor.currentPage && isOnline(visitor, clock),
  }))
}

/** The visitor's other conversations in a line each. */
export function presentEarlier(conversations: Conversation[], clock: ViewerClock) {
  return conversations.map((conversation) => ({
    url: `/chat/${conversation.externalId}`,
    number: conversation.displayNumber,
    ...presentStatus(conversation),
    preview: conversation.lastMessage ?? '',
    time: clock.short(conversation.lastMessageAt),
    at: clock.iso(conversation.lastMessageAt),
  }))
}

function isOnline({ lastSeenAt }: Visitor, clock: ViewerClock) {
  return clock.secondsSince(lastSeenAt) < ONLINE_WITHIN_SECONDS
}

function factsOf(visitor: Visitor, clock: ViewerClock) {
  const facts: [label: string, value: string | null, href?: string | null][] = [
    ['Browser', shortUserAgent(visitor.userAgent)],
    ['Country', countryOf(visitor.countryCode)],
    ['IP address', visitor.ipAddress],
    ['Came from', visitor.referrer, webAddress(visitor.referrer)],
    ['First seen', clock.full(visitor.firstSeenAt)],
    ['Last seen', clock.full(visitor.lastSeenAt)],
  ]
  return facts
    .filter(([, value]) => value)
    .map(([label, value, href]) => ({ label, value: value!, href: href ?? null }))
}

function countryOf(code: string | null) {
  if (!code || !/^[A-Z]{2}$/i.test(code)) return null
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(code.toUpperCase()) ?? code
}

function pathOf(url: string) {
  if (!URL.canParse(url)) return url
  const { pathname, search } = new URL(url)
  return pathname + search
}
