import { many, nothing, one, type Operations } from '#chat/openapi/operation'
import { plannedReplyShape } from '#chat/transformers/api/planned_reply'
import { pageValidator } from '#chat/validators/api/paging'
import { changedPlanValidator, planValidator } from '#chat/validators/api/planned'

const tag = 'Messages'

/** What the routes under `/conversations/{id}/planned-replies` do. */
export const plannedReplyOperations: Operations = {
  'conversations.planned.index': {
    tag,
    summary: 'List the replies that are sent later',
    query: pageValidator,
    responses: { 200: many(plannedReplyShape, 'Those that were neither sent nor cancelled.') },
  },
  'conversations.planned.store': {
    tag,
    summary: 'Send a reply later',
    description:
      'At `due_at` (ISO 8601, within a year) it becomes a message of the caller, once. Planned once per ' +
      '`client_message_id`. The visitor sees nothing of it until then.',
    body: planValidator,
    responses: { 201: one(plannedReplyShape, 'The planned reply.') },
    refusals: { E_CHAT_CONVERSATION_ENDED: 409, E_CHAT_TOO_MANY_PLANNED: 409 },
  },
  'conversations.planned.update': {
    tag,
    summary: 'Change a reply that is sent later',
    description: 'By its author alone: others get 403 with `E_CHAT_PLANNED_NOT_YOURS`.',
    body: changedPlanValidator,
    responses: { 200: one(plannedReplyShape, 'The planned reply as it is now.') },
  },
  'conversations.planned.destroy': {
    tag,
    summary: 'Cancel a reply that is sent later',
    description: 'Any agent may.',
    responses: { 204: nothing('It is not sent.') },
  },
}
