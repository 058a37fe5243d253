import { conversationOperations } from '#chat/openapi/operations/conversations'
import { messageOperations } from '#chat/openapi/operations/messages'
import { widgetOperations } from '#chat/openapi/operations/widgets'
import type { Operations } from '#chat/openapi/operation'

const tag = 'The API itself'

/** What every route of the API does, in the order in which the document lists them. */
export const operations: Operations = {
  ...widgetOperations,
  ...conversationOperations,
  ...messageOperations,
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
