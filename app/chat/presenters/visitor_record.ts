import type Conversation from '#chat/models/conversation'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { filesOf } from '#chat/services/attachments/sent_files'
import type { VisitorRecord } from '#chat/services/visitors/record/visitor_record'
import { offeredContacts } from '#chat/services/visitors/noticed/contact_notices'
import { catalogue } from '#chat/texts/catalogue'
import { text } from '#chat/texts/text'

/** A visitor's record as a page of its own shows it; `files` are the addresses of files by id. */
export function presentVisitorRecord(
  record: VisitorRecord,
  files: Map<string, string>,
  clock: ViewerClock
) {
  const { visitor, pageViews, conversations } = record
  const attributes = Object.entries(visitor.verifiedDetails?.attributes ?? {})
  const facts: [label: string, value: string | null][] = [
    [text('records.name'), visitor.name],
    [text('records.email'), visitor.email],
    [text('records.phone'), visitor.phone],
    ...offeredContacts(visitor).map(([field, value]): [string, string] => [
      text(`records.${field}`),
      text('records.noticed', { value }),
    ]),
    [text('records.verified_id'), visitor.verifiedId],
    ...attributes.map(([name, value]): [string, string] => [name, String(value)]),
    [text('records.ip'), visitor.ipAddress],
    [text('records.browser'), visitor.userAgent],
    [text('records.country'), visitor.countryCode],
    [text('records.referrer'), visitor.referrer],
    [text('records.first_seen'), clock.full(visitor.firstSeenAt)],
    [text('records.last_seen'), clock.full(visitor.lastSeenAt)],
  ]
  return {
    locale: catalogue().locale,
    title: text('records.title', { name: visitor.displayName }),
    facts: facts.filter(([, value]) => value).map(([label, value]) => ({ label, value })),
    pages: pageViews.map(({ url, title, viewedAt }) => ({ url, title, at: clock.full(viewedAt) })),
    conversations: conversations.map(({ conversation, messages }) => ({
      heading: [conversation.displayNumber, conversation.subject].filter(Boolean).join(' · '),
      rating: conversation.rating,
      feedback: conversation.feedback,
      consent: consentIn(conversation, clock),
      lines: messages.map((message) => ({
        name: message.senderName,
        content: message.content,
        files: filesOf(message).map(({ id, name }) => ({ name, href: files.get(id) ?? null })),
        isInternal: message.visibility === 'internal',
        at: clock.full(message.createdAt),
      })),
    })),
  }
}

function consentIn({ consentVersion, consentGivenAt }: Conversation, clock: ViewerClock) {
  if (!consentVersion || !consentGivenAt) return null
  const values = { version: consentVersion, moment: clock.full(consentGivenAt) }
  return text('records.consent_given', values)
}
