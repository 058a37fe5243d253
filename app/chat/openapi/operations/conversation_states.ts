import { nothing, one, type Operations } from '#chat/openapi/operation'
import { conversationShape } from '#chat/transformers/api/conversation'
import { readValidator, snoozeValidator } from '#chat/validators/api/conversation'

const tag = 'Conversations'
const changed = { 200: one(conversationShape, 'The conversation as it is now.') }

/** What moves a conversation between its states, folders and read marks. */
export const conversationStateOperations: Operations = {
  'conversations.resolve': {
    tag,
    summary: 'Resolve a conversation',
    responses: changed,
    refusals: { E_CHAT_ILLEGAL_MOVE: 409 },
  },
  'conversations.close': {
    tag,
    summary: 'Close a conversation',
    responses: changed,
    refusals: { E_CHAT_ILLEGAL_MOVE: 409 },
  },
  'conversations.reopen': {
    tag,
    summary: 'Reopen a conversation',
    responses: changed,
    refusals: { E_CHAT_ILLEGAL_MOVE: 409, E_CHAT_ANOTHER_IS_OPEN: 409 },
  },
  'conversations.snooze': {
    tag,
    summary: 'Snooze a conversation',
    description:
      'Out of the lists of open work until a time (`until`, ISO 8601), or until its visitor writes. ' +
      '`filter=snoozed` lists them.',
    body: snoozeValidator,
    responses: changed,
    refusals: { E_CHAT_ILLEGAL_MOVE: 409, E_CHAT_SNOOZE_TIME: 422 },
  },
  'conversations.wake': {
    tag,
    summary: 'End the snooze of a conversation',
    description: 'One that is not snoozed stays as it is.',
    responses: changed,
  },
  'conversations.archive': {
    tag,
    summary: 'Archive a conversation',
    description: 'Puts it out of sight until its visitor writes again.',
    responses: changed,
  },
  'conversations.unarchive': {
    tag,
    summary: 'Restore an archived conversation',
    responses: changed,
  },
  'conversations.read': {
    tag,
    summary: 'Mark messages as read',
    description:
      'What the visitor wrote up to `seq` has been read by an agent. The first time that the assigned agent ' +
      'reads it, the visitor sees that they joined.',
    body: readValidator,
    responses: { 204: nothing() },
  },
}
