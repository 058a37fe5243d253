import { conversationOperations } from '#chat/openapi/operations/conversations'
import { conversationRecordOperations } from '#chat/openapi/operations/conversation_records'
import { conversationStateOperations } from '#chat/openapi/operations/conversation_states'
import { fileOperations } from '#chat/openapi/operations/files'
import { labelOperations } from '#chat/openapi/operations/labels'
import { messageOperations } from '#chat/openapi/operations/messages'
import { plannedReplyOperations } from '#chat/openapi/operations/planned_replies'
import { widgetOperations } from '#chat/openapi/operations/widgets'
import { teamOperations } from '#chat/openapi/operations/team'
import { webhookOperations } from '#chat/openapi/operations/webhooks'
import { visitorOperations } from '#chat/openapi/operations/visitors'
import { viewOperations } from '#chat/openapi/operations/views'
import { analyticsOperations } from '#chat/openapi/operations/analytics'
import { proactiveOperations } from '#chat/openapi/operations/proactive'
import { transcriptOperations } from '#chat/openapi/operations/transcripts'
import type { Operations } from '#chat/openapi/operation'
import { eventsValidator } from '#chat/validators/api/events'

const tag = 'The API itself'

/** What every route of the API does, in the order in which the document lists them. */
export const operations: Operations = {
  ...analyticsOperations,
  ...widgetOperations,
  ...proactiveOperations,
  ...conversationOperations,
  ...conversationStateOperations,
  ...conversationRecordOperations,
  ...transcriptOperations,
  ...messageOperations,
  ...plannedReplyOperations,
  ...fileOperations,
  ...visitorOperations,
  ...viewOperations,
  ...teamOperations,
  ...webhookOperations,
  ...labelOperations,
  events: {
    tag,
    summary: 'Follow what happens',
    description:
      'A stream of server-sent events. All agents of the tenant get `chat.message.sent`, ' +
      '`chat.conversation.updated`, `chat.conversation.deleted`, `chat.read`, `chat.typing`, ' +
      '`chat.viewing`, `chat.planned` (the replies that agents send later have changed), ' +
      '`chat.visitor.updated` and `chat.agent.updated`. The caller alone gets ' +
      '`chat.conversation.assigned` when a conversation has come to them (with the payload of ' +
      '`chat.conversation.updated`, the line that records it as `message`, the `visitor_name`, ' +
      'the `last_message`, the `note` of a transfer, and `by_agent_id`, which is null out of the ' +
      'queue), `chat.conversation.woken` when a snooze ends of one of theirs, or of an unassigned one ' +
      'that they snoozed (with `visitor_name` and `last_message`), `chat.status.updated` when their own status ' +
      'has changed on any device, and `chat.notifications.changed` when what they are notified of has. With `presence=1` the caller counts as online while the stream is open, and is ' +
      'assigned chats. ' +
      '`chat.heartbeat` comes every 8 seconds, with `background=1` every 24. Its `change` grows with every ' +
      'message, note and event: it is the newest `message.id`. `changed` lists what has changed lately as ' +
      '`[conversation uuid, newest seq]`; null stands for too much to list. A program that is behind ' +
      'fetches what it lacks. A frame says where to look; what was missed is in the lists.',
    query: eventsValidator,
    responses: {
      200: {
        description: 'Frames of JSON, each with the name of its event.',
        schema: { type: 'string' },
        mediaType: 'text/event-stream',
        shapes: [],
      },
    },
  },
  document: {
    tag,
    summary: 'Get this document',
    description: 'Needs no log-in, and may be read from other websites.',
    responses: { 200: { description: 'OpenAPI 3.1.', schema: { type: 'object' }, shapes: [] } },
  },
}
