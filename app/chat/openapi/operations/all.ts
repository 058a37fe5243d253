import { conversationOperations } from '#chat/openapi/operations/conversations'
import { labelOperations } from '#chat/openapi/operations/labels'
import { messageOperations } from '#chat/openapi/operations/messages'
import { widgetOperations } from '#chat/openapi/operations/widgets'
import { teamOperations } from '#chat/openapi/operations/team'
import { webhookOperations } from '#chat/openapi/operations/webhooks'
import { one, type Operations } from '#chat/openapi/operation'
import { dashboardShape } from '#chat/transformers/api/dashboard'
import { dashboardValidator } from '#chat/validators/api/conversation'
import { eventsValidator } from '#chat/validators/api/events'

const tag = 'The API itself'

/** What every route of the API does, in the order in which the document lists them. */
export const operations: Operations = {
  dashboard: {
    tag: 'Dashboard',
    summary: 'Get the dashboard',
    description: 'Figures, open conversations with the newest activity, and the active widgets.',
    query: dashboardValidator,
    answers: { 200: one(dashboardShape, 'How things are now.') },
  },
  ...widgetOperations,
  ...conversationOperations,
  ...messageOperations,
  ...teamOperations,
  ...webhookOperations,
  ...labelOperations,
  events: {
    tag,
    summary: 'Follow what happens',
    description:
      'A stream of server-sent events. Everybody of the tenant gets `chat.message.sent`, ' +
      '`chat.conversation.updated`, `chat.conversation.deleted`, `chat.read`, `chat.typing`, ' +
      '`chat.viewing`, `chat.visitor.updated` and `chat.agent.updated`. The caller alone gets ' +
      '`chat.conversation.assigned` when a conversation has come to them (with the payload of ' +
      '`chat.conversation.updated`, the line that tells of it as `message`, the `visitor_name`, ' +
      'the `last_message`, the `note` of a transfer, and `by_agent_id`, which is null out of the ' +
      'queue), `chat.conversation.woken` when the time of a snooze has come for one of theirs, or for ' +
      'one of nobody’s that they put aside (with `visitor_name` and `last_message`), and `chat.status.updated` when their own status has changed on any device. With ' +
      '`presence=1` the caller counts as being there while the stream is open, and is given chats. ' +
      '`chat.heartbeat` comes every 8 seconds, with `background=1` every 24. Its `change` grows with every ' +
      'message, note and event: it is the newest `message.id`. `changed` lists what has changed lately as ' +
      '`[conversation uuid, newest seq]`; null stands for too much to list. A program that is behind ' +
      'fetches what it lacks. A frame says where to look; whatever was missed is in the lists.',
    query: eventsValidator,
    answers: {
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
    answers: { 200: { description: 'OpenAPI 3.1.', schema: { type: 'object' }, shapes: [] } },
  },
}
