import { many, one, type Operations } from '#chat/openapi/operation'
import { messageShape } from '#chat/transformers/api/message'
import { messageValidator, noteValidator, threadValidator } from '#chat/validators/api/message'

const tag = 'Messages'

const stored = {
  200: one(messageShape, 'It was stored before: the message as it was.'),
  201: one(messageShape, 'The new message.'),
}

/** What the routes under `/conversations/{id}/messages` and `/notes` do. */
export const messageOperations: Operations = {
  'conversations.messages.index': {
    tag,
    summary: 'List the messages of a conversation',
    description:
      'A page is sorted oldest first: those after the `seq` `after`, those before the `seq` ' +
      '`before`, or the newest. `cursor` reads on in the same direction.',
    query: threadValidator,
    responses: { 200: many(messageShape, 'Messages, notes and system lines.') },
  },
  'conversations.messages.store': {
    tag,
    summary: 'Send a message, or leave a note',
    description:
      'Stored once per `client_message_id`, however often it is sent. `internal` makes it a note. ' +
      '`attachments` are the ids of uploaded files; with them, `content` may be left out. ' +
      'With `seen_seq` a reply is refused when others have written after that `seq`.',
    body: messageValidator,
    responses: stored,
    refusals: { E_CHAT_CONVERSATION_ENDED: 409, E_CHAT_STALE: 409 },
  },
  'conversations.notes.store': {
    tag,
    summary: 'Leave a note',
    description: 'No visitor ever reads it.',
    body: noteValidator,
    responses: stored,
  },
}
