import type Conversation from '#chat/models/conversation'
import { CHANNELS, PRIORITIES } from '#chat/models/conversation'
import { CONVERSATION_STATUSES } from '#chat/services/conversations/status_rules'
import { shape } from '#chat/transformers/api/fields'
import { matchShape } from '#chat/transformers/api/match'
import { labelShape } from '#chat/transformers/api/team'
import { visitorShape } from '#chat/transformers/api/visitor'

/** A conversation as the API shows it; its visitor and labels have to be loaded. */
export const conversationShape = shape<Conversation>(
  'Conversation',
  'The thread between a visitor and the agents.',
  (field) => ({
    id: field.integer((conversation) => conversation.id),
    uuid: field.uuid((conversation) => conversation.externalId),
    number: field.text((conversation) => conversation.displayNumber, 'As people say it: C1001.'),
    channel: field.choice(
      CHANNELS,
      (conversation) => conversation.channel,
      '`app`: by a signed-in user in the CRM’s own pages, who has this conversation and no other.'
    ),
    widget_id: field.integer((conversation) => conversation.widgetId),
    visitor_id: field.integer((conversation) => conversation.visitorId),
    department_id: field.orNull.integer((conversation) => conversation.departmentId),
    agent_id: field.orNull.integer((conversation) => conversation.agentId),
    agent_name: field.orNull.text((conversation) => conversation.agentName),
    handler_type: field.text((conversation) => conversation.handlerType),
    status: field.choice(
      CONVERSATION_STATUSES,
      (conversation) => conversation.status,
      'People read `waiting` as “Awaiting visitor”: we have answered, it is their turn.'
    ),
    priority: field.choice(PRIORITIES, (conversation) => conversation.priority),
    subject: field.orNull.text((conversation) => conversation.subject),
    source_url: field.orNull.text((conversation) => conversation.sourceUrl),
    source_page_title: field.orNull.text((conversation) => conversation.sourcePageTitle),
    consent_version: field.orNull.text(
      (conversation) => conversation.consentVersion,
      'The version of the text that its visitor has agreed to.'
    ),
    consent_given_at: field.orNull.timestamp((conversation) => conversation.consentGivenAt),
    last_message: field.orNull.text((conversation) => conversation.lastMessage),
    last_message_at: field.orNull.timestamp((conversation) => conversation.lastMessageAt),
    message_count: field.integer((conversation) => conversation.messageCount),
    unread_count: field.integer(
      (conversation) => conversation.agentUnreadCount,
      'Messages of the visitor that no agent has read.'
    ),
    last_seq: field.integer((conversation) => conversation.lastSeq),
    agent_read_seq: field.integer((conversation) => conversation.agentReadSeq),
    visitor_read_seq: field.integer((conversation) => conversation.visitorReadSeq),
    waiting_since: field.orNull.timestamp(
      (conversation) => conversation.waitingSince,
      'Since when the visitor waits for an answer of ours; whatever the status, null while it is their turn.'
    ),
    first_response_at: field.orNull.timestamp((conversation) => conversation.firstResponseAt),
    resolved_at: field.orNull.timestamp((conversation) => conversation.resolvedAt),
    closed_at: field.orNull.timestamp((conversation) => conversation.closedAt),
    archived_at: field.orNull.timestamp((conversation) => conversation.archivedAt),
    snoozed_until: field.orNull.timestamp(
      (conversation) => conversation.snoozedUntil ?? null,
      'Put aside until then, or until its visitor writes.'
    ),
    rating: field.orNull.integer((conversation) => conversation.rating, 'From 1 to 5.'),
    feedback: field.orNull.text((conversation) => conversation.feedback),
    lead_id: field.orNull.hostId(
      (conversation) => conversation.leadId,
      'The lead, once it is one.'
    ),
    ticket_id: field.orNull.hostId(
      (conversation) => conversation.ticketId,
      'The ticket, once there is one.'
    ),
    labels: field.parts(labelShape, (conversation) => conversation.labels),
    visitor: field.part(visitorShape, (conversation) => conversation.visitor),
    hit: field.orNull.part(matchShape, (conversation) => conversation.match ?? null),
    created_at: field.timestamp((conversation) => conversation.createdAt),
    updated_at: field.timestamp((conversation) => conversation.updatedAt),
  })
)
