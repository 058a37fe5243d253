import { all, many, nothing, one, type Operations } from '#chat/openapi/operation'
import { proactiveDayShape, proactiveRuleShape } from '#chat/transformers/api/proactive_rule'
import { pageValidator } from '#chat/validators/api/paging'
import {
  newProactiveValidator,
  proactiveChangesValidator,
} from '#chat/validators/settings/proactive_validator'

const tag = 'Widgets'

/** What the routes under `/widgets/{id}/proactive-rules` do. */
export const proactiveOperations: Operations = {
  'proactive.index': {
    tag,
    summary: 'List the proactive messages of a widget',
    query: pageValidator,
    responses: { 200: many(proactiveRuleShape, 'In the order in which they are tried.') },
  },
  'proactive.store': {
    tag,
    summary: 'Create a proactive message',
    description: 'Without conditions it appears on every page, once per visitor.',
    body: newProactiveValidator,
    responses: { 201: one(proactiveRuleShape, 'The new message.') },
    refusals: { E_CHAT_TOO_MANY_PROACTIVE_RULES: 422 },
  },
  'proactive.show': {
    tag,
    summary: 'Get a proactive message',
    responses: { 200: one(proactiveRuleShape, 'The message.') },
  },
  'proactive.update': {
    tag,
    summary: 'Change a proactive message',
    description: 'What is left out stays as it is. Visitors who have seen it do not see it again.',
    body: proactiveChangesValidator,
    responses: { 200: one(proactiveRuleShape, 'The message as it is now.') },
  },
  'proactive.destroy': {
    tag,
    summary: 'Delete a proactive message',
    description: 'With its counts. Conversations that it began stay.',
    responses: { 204: nothing('The message is gone.') },
  },
  'proactive.days': {
    tag,
    summary: 'Get what became of a proactive message by day',
    responses: { 200: all(proactiveDayShape, 'Up to 90 days with counts, newest first.') },
  },
}
