import { many, nothing, one, oneWithNotice, type Operations } from '#chat/openapi/operation'
import { conversationShape } from '#chat/transformers/api/conversation'
import { leadShape, personShape } from '#chat/transformers/api/crm_record'
import {
  assignValidator,
  conversationsValidator,
  contactValidator,
  convertValidator,
  priorityValidator,
  readValidator,
  snoozeValidator,
  subjectValidator,
  transferValidator,
} from '#chat/validators/api/conversation'
import { conversationLabelsValidator, conversationLabelValidator } from '#chat/validators/api/label'

const tag = 'Conversations'
const changed = { 200: one(conversationShape, 'The conversation as it is now.') }

/** What the routes under `/conversations` do, but for messages. */
export const conversationOperations: Operations = {
  'conversations.index': {
    tag,
    summary: 'List conversations',
    description:
      'Newest activity first unless `sort` says otherwise (a search has an order of its own), narrowed as in the inbox: `filter` defaults to the open ones, ' +
      '`mine` are those of the caller. `status` is another way to say `filter`; ' +
      '`waiting` are those that await the visitor. ' +
      '`widget` and `label` are a `uuid`; so is `agent`, or it is `me` or `nobody`. ' +
      '`q` searches among all of them, unless a `filter` says otherwise, by number (`C1042`), ' +
      'visitor and text, notes included; `hit` says what was found. A page of a search may be ' +
      'short or empty and have a `next_cursor` all the same: older ones have not been looked at yet.',
    query: conversationsValidator,
    answers: { 200: many(conversationShape, 'Conversations.') },
  },
  'conversations.show': {
    tag,
    summary: 'Get a conversation',
    answers: { 200: one(conversationShape, 'The conversation.') },
  },
  'conversations.destroy': {
    tag,
    summary: 'Delete a conversation',
    description: 'For good, with all its messages.',
    answers: { 204: nothing('The conversation is gone.') },
  },
  'conversations.assign': {
    tag,
    summary: 'Assign a conversation',
    description:
      'Names the agent by `agent_id` (its `id`, its `uuid`, or `me`) or by `user_id` (a user of ' +
      'the CRM, or `me`). An `agent_id` of null puts it back among those that wait. With ' +
      '`seen_agent_id` it is refused when somebody else has it by now; null stands for nobody.',
    body: assignValidator,
    answers: changed,
    refusals: { E_CHAT_ASSIGNEE_CHANGED: 409 },
  },
  'conversations.transfer': {
    tag,
    summary: 'Transfer a conversation',
    description:
      'To an agent, named as for assigning, or by `department_id` (a `uuid`) to a department: to ' +
      'whoever of it is free, but not back to the agent who had it. The note is for agents alone. ' +
      '`seen_agent_id` is as for assigning. A department without agents for the widget is refused; of one ' +
      'of which no one is online, `meta.notice` says how long the conversation waits for it alone.',
    body: transferValidator,
    answers: { 200: oneWithNotice(conversationShape, 'The conversation as it is now.') },
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
    answers: changed,
  },
  'conversations.subject': {
    tag,
    summary: 'Set the subject',
    description:
      'A line of up to 190 characters for agents; visitors do not see it. Null removes it.',
    body: subjectValidator,
    answers: changed,
  },
  'conversations.labels.update': {
    tag,
    summary: 'Set the labels of a conversation',
    description: 'From now on it has these, each named by its `uuid`, and no others.',
    body: conversationLabelsValidator,
    answers: changed,
    refusals: { E_CHAT_TOO_MANY_LABELS: 422 },
  },
  'conversations.labels.store': {
    tag,
    summary: 'Put a label on a conversation',
    description: 'One that it has already changes nothing.',
    body: conversationLabelValidator,
    answers: changed,
    refusals: { E_CHAT_TOO_MANY_LABELS: 422 },
  },
  'conversations.labels.destroy': {
    tag,
    summary: 'Take a label off a conversation',
    description: 'Not found when the conversation does not have it.',
    answers: changed,
  },
  'conversations.resolve': {
    tag,
    summary: 'Resolve a conversation',
    answers: changed,
    refusals: { E_CHAT_ILLEGAL_MOVE: 409 },
  },
  'conversations.close': {
    tag,
    summary: 'Close a conversation',
    answers: changed,
    refusals: { E_CHAT_ILLEGAL_MOVE: 409 },
  },
  'conversations.reopen': {
    tag,
    summary: 'Reopen a conversation',
    answers: changed,
    refusals: { E_CHAT_ILLEGAL_MOVE: 409, E_CHAT_ANOTHER_IS_OPEN: 409 },
  },
  'conversations.snooze': {
    tag,
    summary: 'Snooze a conversation',
    description:
      'Out of the lists of open work until a time (`until`, ISO 8601), or until its visitor writes. ' +
      '`filter=snoozed` lists them.',
    body: snoozeValidator,
    answers: changed,
    refusals: { E_CHAT_ILLEGAL_MOVE: 409, E_CHAT_SNOOZE_TIME: 422 },
  },
  'conversations.wake': {
    tag,
    summary: 'End the snooze of a conversation',
    description: 'One that is not snoozed stays as it is.',
    answers: changed,
  },
  'conversations.archive': {
    tag,
    summary: 'Archive a conversation',
    description: 'Puts it out of sight until its visitor writes again.',
    answers: changed,
  },
  'conversations.unarchive': {
    tag,
    summary: 'Restore an archived conversation',
    answers: changed,
  },
  'conversations.read': {
    tag,
    summary: 'Mark messages as read',
    description:
      'What the visitor wrote up to `seq` has been read by an agent. The first time that the assigned agent ' +
      'reads it, the visitor is told that they joined.',
    body: readValidator,
    answers: { 204: nothing() },
  },
  'conversations.contact': {
    tag,
    summary: "Enter a visitor's name, e-mail or phone",
    description:
      'What is left out stays, null removes it. Kept as entered by this agent, with a line in the thread that ' +
      'no visitor reads; a person of the CRM who is linked is not changed.',
    body: contactValidator,
    answers: changed,
  },
  'conversations.convert': {
    tag,
    summary: 'Convert a conversation to a lead',
    description: 'Links its visitor to a person as well. A conversation becomes a lead only once.',
    body: convertValidator,
    answers: { 201: one(leadShape, 'The new lead.') },
    refusals: { E_CHAT_ALREADY_CONVERTED: 409 },
  },
  'conversations.promote': {
    tag,
    summary: 'Promote a visitor to a person',
    description: 'Links the visitor to the person with the same e-mail address, or to a new one.',
    answers: { 200: one(personShape, 'The person.') },
    refusals: { E_CHAT_NOTHING_TO_PROMOTE: 422 },
  },
}
