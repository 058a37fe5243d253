import {
  all,
  csv,
  many,
  nothing,
  one,
  oneWithNotice,
  type Operations,
} from '#chat/openapi/operation'
import { bulkResultShape } from '#chat/transformers/api/bulk'
import { bulkValidator } from '#chat/validators/api/bulk'
import { conversationShape } from '#chat/transformers/api/conversation'
import {
  assignValidator,
  conversationFiltersValidator,
  conversationsValidator,
  priorityValidator,
  subjectValidator,
  transferValidator,
} from '#chat/validators/api/conversation'
import { conversationLabelsValidator, conversationLabelValidator } from '#chat/validators/api/label'

const tag = 'Conversations'
const changed = { 200: one(conversationShape, 'The conversation as it is now.') }

/** Lists of conversations, and what agents change of one: assignment, priority, subject, labels. */
export const conversationOperations: Operations = {
  'conversations.index': {
    tag,
    summary: 'List conversations',
    description:
      'Newest activity first unless `sort` says otherwise (a search has an order of its own), filtered as in the ' +
      'inbox: `filter` defaults to the open ones, `mine` are those of the caller. `status` is another way to say ' +
      '`filter`; ' +
      '`waiting` are those that await the visitor. ' +
      '`widget`, `label` and `agent` are an `id` or a `uuid`; `agent` also accepts `me` or `unassigned`. ' +
      '`q` searches among all of them, unless a `filter` says otherwise, by number (`C1042`), ' +
      'visitor and text, notes included; `hit` says what was found. A whole number, email address or phone number is ' +
      'looked up first, on pages of its own; the next page has what else matches. A page of a search may be ' +
      'short or empty and have a `next_cursor` all the same: there is more to look at.',
    query: conversationsValidator,
    responses: { 200: many(conversationShape, 'Conversations.') },
  },
  'conversations.export': {
    tag,
    summary: 'Export conversations',
    description:
      'The whole list as a file, with the filters of the list. Each user may run one export at a time.',
    query: conversationFiltersValidator,
    responses: { 200: csv('A row per conversation.') },
  },
  'conversations.bulk': {
    tag,
    summary: 'Do something to many conversations',
    description:
      'Up to 100, each in a transaction of its own: one that is refused leaves the others alone. `assign` takes `agent_id` or `user_id` ' +
      'as for one (an `agent_id` of null puts them back among those that wait), `priority` a `priority`, and ' +
      '`label` the `label` to put on them.',
    body: bulkValidator,
    responses: { 200: all(bulkResultShape, 'What became of each, in their order.') },
  },
  'conversations.show': {
    tag,
    summary: 'Get a conversation',
    responses: { 200: one(conversationShape, 'The conversation.') },
  },
  'conversations.destroy': {
    tag,
    summary: 'Delete a conversation',
    description: 'Permanent, with all its messages.',
    responses: { 204: nothing('The conversation is gone.') },
  },
  'conversations.assign': {
    tag,
    summary: 'Assign a conversation',
    description:
      'Names the agent by `agent_id` (its `id`, its `uuid`, or `me`) or by `user_id` (a user of ' +
      'the CRM, or `me`). An `agent_id` of null puts it back among those that wait. With ' +
      '`seen_agent_id` it is refused when the assignee is another one by now; null stands for unassigned.',
    body: assignValidator,
    responses: changed,
    refusals: { E_CHAT_ASSIGNEE_CHANGED: 409 },
  },
  'conversations.transfer': {
    tag,
    summary: 'Transfer a conversation',
    description:
      'To an agent, named as for assigning, or by `department_id` (its `id` or `uuid`) to a department: to an ' +
      'agent of it who has capacity, but not back to the agent who had it. Only agents see the note. ' +
      '`seen_agent_id` is as for assigning. A department without agents for the widget is refused; where none of ' +
      'its agents is online, `meta.notice` says how long the conversation waits before it is open to all agents.',
    body: transferValidator,
    responses: { 200: oneWithNotice(conversationShape, 'The conversation as it is now.') },
    refusals: {
      E_CHAT_CONVERSATION_ENDED: 409,
      E_CHAT_ASSIGNEE_CHANGED: 409,
      E_CHAT_DEPARTMENT_EMPTY: 422,
    },
  },
  'conversations.priority': {
    tag,
    summary: 'Set the priority',
    body: priorityValidator,
    responses: changed,
  },
  'conversations.subject': {
    tag,
    summary: 'Set the subject',
    description:
      'A line of up to 190 characters for agents; visitors do not see it. Null removes it.',
    body: subjectValidator,
    responses: changed,
  },
  'conversations.labels.update': {
    tag,
    summary: 'Set the labels of a conversation',
    description: 'From now on it has these, each named by its `id` or `uuid`, and no others.',
    body: conversationLabelsValidator,
    responses: changed,
    refusals: { E_CHAT_TOO_MANY_LABELS: 422 },
  },
  'conversations.labels.store': {
    tag,
    summary: 'Put a label on a conversation',
    description: 'One that it has already changes nothing.',
    body: conversationLabelValidator,
    responses: changed,
    refusals: { E_CHAT_TOO_MANY_LABELS: 422 },
  },
  'conversations.labels.destroy': {
    tag,
    summary: 'Take a label off a conversation',
    description: 'Not found when the conversation does not have it.',
    responses: changed,
  },
}
