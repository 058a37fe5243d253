import type { HostPerson } from '#chat/contracts/host_records'
import type Visitor from '#chat/models/visitor'
import type PageView from '#chat/models/page_view'
import type Conversation from '#chat/models/conversation'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { hueOf, initials, visitorKey } from '#chat/presenters/names'
import { presentStatus } from '#chat/presenters/status'
import { enteredBy, verifiedDetailsOf } from '#chat/services/visitors/contact_sources'
import { offeredContacts } from '#chat/services/visitors/noticed/contact_notices'
import type { ContactField } from '#chat/models/contact_details'
import { LINK_TO } from '#chat/validators/inbox/person_decision'
import type { PageLink, PresentLink } from '#chat/presenters/page_link'
import { shortUserAgent } from '#chat/presenters/user_agent'
import { text } from '#chat/texts/text'
import { countryInWords } from '#chat/texts/formats'
import { chatUrl } from '#chat/support/chat_url'

/** From where a conversation came. */
export interface Origins {
  /** The page on which it began. */
  sourceUrl: string | null
  linkTo: PresentLink
  /** What its visitor has agreed to. */
  consent: Pick<Conversation, 'consentVersion' | 'consentGivenAt'>
}

/** A visitor counts as online this long after the last sign of life. */
const ONLINE_WITHIN_SECONDS = 90

/** The visitor's identity: what they have claimed, and what their request shows. */
export function presentVisitor(visitor: Visitor, clock: ViewerClock, origins: Origins) {
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
    facts: factsOf(visitor, clock, origins),
  }
}

/** A person who may be the visitor, and the form's values that link the two. */
export function presentSuggestion({ id, name, url }: HostPerson) {
  return { name, url, decision: `${LINK_TO}${id}` }
}

/** Contact details in the visitor's messages that an agent may save. */
export const presentNoticed = (visitor: Visitor) =>
  offeredContacts(visitor).map(([field, value]) => ({
    field,
    value,
    label: text(`inbox.visitor.${field}`),
  }))

/** Whose word each detail is. */
function claimsOf(visitor: Visitor) {
  const agents = enteredBy(visitor)
  const verified = verifiedDetailsOf(visitor)
  const claim = (field: ContactField, unproven: string) => {
    const agent = agents[field]
    if (!agent && verified[field] && verified[field] === visitor[field]) {
      return {
        label: text('inbox.visitor.claim.verified'),
        title: text('inbox.visitor.claim.verified_title'),
        tone: 'on',
      }
    }
    if (agent) {
      return {
        label: text('inbox.visitor.claim.by_agent', { name: agent }),
        title: text('inbox.visitor.claim.by_agent_title'),
        tone: 'warning',
      }
    }
    return unproven
      ? { label: unproven, title: text('inbox.visitor.claim.unverified_title'), tone: 'warning' }
      : null
  }
  return {
    name: claim('name', ''),
    email: claim('email', text('inbox.visitor.claim.unverified')),
    phone: claim('phone', ''),
  }
}

/** What is claimed may hold `?bcc=…`, which is legal in an address: it stays a part of the address. */
function mailto(email: string | null) {
  return email && `mailto:${encodeURIComponent(email).replace('%40', '@')}`
}

/** The pages that the visitor went through, the present one on top. */
export function presentTrail(
  trail: PageView[],
  visitor: Visitor,
  clock: ViewerClock,
  linkTo: PresentLink
) {
  return trail.map((view, index) => ({
    title: view.title || pathOf(view.url),
    link: linkTo(view.url),
    time: clock.time(view.viewedAt),
    full: clock.full(view.viewedAt),
    at: clock.iso(view.viewedAt),
    isCurrent: index === 0 && view.url === visitor.currentPage && isOnline(visitor, clock),
  }))
}

/** The visitor's other conversations in a line each. */
export function presentEarlier(conversations: Conversation[], clock: ViewerClock) {
  return conversations.map((conversation) => ({
    url: chatUrl('chat.inbox.show', { id: conversation.externalId }),
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

function factsOf(visitor: Visitor, clock: ViewerClock, { sourceUrl, linkTo, consent }: Origins) {
  const attributes = Object.entries(visitor.verifiedDetails?.attributes ?? {})
  const facts: [label: string, value: string | null, link?: PageLink | null][] = [
    [text('inbox.visitor.details.verified_id'), visitor.verifiedId],
    ...attributes.map(([name, value]): [string, string] => [name, String(value)]),
    [text('inbox.visitor.details.browser'), shortUserAgent(visitor.userAgent)],
    [text('inbox.visitor.details.country'), countryOf(visitor.countryCode)],
    [text('inbox.visitor.details.ip'), visitor.ipAddress],
    [
      text('inbox.visitor.details.referrer'),
      visitor.referrer,
      visitor.referrer ? linkTo(visitor.referrer) : null,
    ],
    [text('inbox.visitor.details.source'), sourceUrl, sourceUrl ? linkTo(sourceUrl) : null],
    [text('inbox.visitor.details.consent'), consentIn(consent, clock)],
    [text('inbox.visitor.details.first_seen'), clock.full(visitor.firstSeenAt)],
    [text('inbox.visitor.details.last_seen'), clock.full(visitor.lastSeenAt)],
  ]
  return facts
    .filter(([, value]) => value)
    .map(([label, value, link]) => ({ label, value: value!, link: link?.href ? link : null }))
}

function consentIn({ consentVersion, consentGivenAt }: Origins['consent'], clock: ViewerClock) {
  if (!consentVersion || !consentGivenAt) return null
  const values = { version: consentVersion, moment: clock.full(consentGivenAt) }
  return text('inbox.visitor.details.consent_given', values)
}

function countryOf(code: string | null) {
  if (!code || !/^[A-Z]{2}$/i.test(code)) return null
  return countryInWords(code.toUpperCase())
}

function pathOf(url: string) {
  if (!URL.canParse(url)) return url
  const { pathname, search } = new URL(url)
  return pathname + search
}
