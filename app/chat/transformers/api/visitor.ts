import type Visitor from '#chat/models/visitor'
import { enteredBy, verifiedDetailsOf } from '#chat/services/visitors/contact_sources'
import { offeredContacts } from '#chat/services/visitors/noticed/contact_notices'
import { shape } from '#chat/transformers/api/fields'

/** A visitor as the API shows it: never their token, nor anything made from it. */
export const visitorShape = shape<Visitor>('Visitor', 'A visitor of a website.', (field) => ({
  id: field.integer((visitor) => visitor.id),
  uuid: field.uuid((visitor) => visitor.externalId),
  widget_id: field.integer((visitor) => visitor.widgetId),
  session_id: field.text(
    (visitor) => visitor.externalId,
    'Names the session without opening it: this is not the token of the visitor.'
  ),
  name: field.orNull.text((visitor) => visitor.name, 'As claimed, or entered by an agent.'),
  email: field.orNull.text((visitor) => visitor.email, 'As claimed, or entered by an agent.'),
  phone: field.orNull.text((visitor) => visitor.phone, 'As claimed, or entered by an agent.'),
  contact_entered_by: field.object(
    (visitor) => enteredBy(visitor),
    { additionalProperties: { type: 'string' } },
    'Names the agent who entered `name`, `email` or `phone`; what is not in it is the claim of the visitor.'
  ),
  noticed: field.object(
    (visitor) => Object.fromEntries(offeredContacts(visitor)),
    { additionalProperties: { type: 'string' } },
    '`name`, `email` and `phone` in their messages that no agent has saved or dismissed.'
  ),
  verified_id: field.orNull.text(
    (visitor) => visitor.verifiedId,
    'The id under which the website verified the visitor; null while unverified.'
  ),
  verified_at: field.orNull.timestamp((visitor) => visitor.verifiedAt),
  verified_details: field.object(
    (visitor) => verifiedDetailsOf(visitor),
    { additionalProperties: { type: 'string' } },
    'Those of `name`, `email` and `phone` that the website has verified.'
  ),
  attributes: field.object(
    (visitor) => visitor.verifiedDetails?.attributes ?? {},
    { additionalProperties: { type: ['string', 'number', 'boolean'] } },
    'What else the website has said of the visitor.'
  ),
  ip_address: field.orNull.text((visitor) => visitor.ipAddress),
  user_agent: field.orNull.text((visitor) => visitor.userAgent),
  country_code: field.orNull.text((visitor) => visitor.countryCode),
  referrer: field.orNull.text((visitor) => visitor.referrer),
  current_page: field.orNull.text((visitor) => visitor.currentPage),
  current_page_title: field.orNull.text((visitor) => visitor.currentPageTitle),
  consent_version: field.orNull.text(
    (visitor) => visitor.consentVersion,
    'The version of the text that they have agreed to.'
  ),
  consent_given_at: field.orNull.timestamp((visitor) => visitor.consentGivenAt),
  person_id: field.orNull.hostId(
    (visitor) => visitor.personId,
    'The person of the CRM, if linked.'
  ),
  blocked_at: field.orNull.timestamp(
    (visitor) => visitor.blockedAt,
    'Since when the chat is closed for them.'
  ),
  first_seen_at: field.timestamp((visitor) => visitor.firstSeenAt),
  last_seen_at: field.timestamp((visitor) => visitor.lastSeenAt),
}))
