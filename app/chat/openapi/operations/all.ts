import { conversationOperations } from '#chat/openapi/operations/conversations'
import { labelOperations } from '#chat/openapi/operations/labels'
import { messageOperations } from '#chat/openapi/operations/messages'
import { widgetOperations } from '#chat/openapi/operations/widgets'
import { teamOperations } from '#chat/openapi/operations/team'
import { webhookOperations } from '#chat/openapi/operations/webhooks'
import { one, type Operations } from '#chat/openapi/operation'
import { dashboardShape } from '#chat/transformers/api/dashboard'
import { dashboardValidator } from '#chat/validators/api/conversation'

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
      'A stream of server-sent events: `chat.message.sent`, `chat.conversation.updated` and ' +
      'others. A frame says where to look; whatever was missed is in the lists.',
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
