import { one, type Operations } from '#chat/openapi/operation'
import { conversationShape } from '#chat/transformers/api/conversation'
import { leadShape, personShape, ticketShape } from '#chat/transformers/api/crm_record'
import {
  contactValidator,
  promoteValidator,
  recordValidator,
} from '#chat/validators/api/conversation'

const tag = 'Conversations'

/** The visitor's contact details, and the person, the lead and the ticket of the CRM. */
export const conversationRecordOperations: Operations = {
  'conversations.contact': {
    tag,
    summary: "Enter a visitor's name, email or phone",
    description:
      'What is left out stays, null removes it. Kept as entered by this agent, with a line in the thread that ' +
      'no visitor reads; a person of the CRM who is linked is not changed.',
    body: contactValidator,
    responses: { 200: one(conversationShape, 'The conversation as it is now.') },
  },
  'conversations.convert': {
    tag,
    summary: 'Convert a conversation to a lead',
    description:
      'A conversation becomes a lead only once. Its visitor becomes a person as well, by the same `person` as in ' +
      '`promote-to-person`; where it is left out and the CRM knows the claimed email address, the lead has no person.',
    body: recordValidator,
    responses: { 201: one(leadShape, 'The new lead.') },
    refusals: {
      E_CHAT_ALREADY_CONVERTED: 409,
      E_CHAT_HOST_LACKS: 409,
      E_CHAT_VISITOR_LINKED: 409,
      E_CHAT_PERSON_NOT_FOUND: 422,
    },
  },
  'conversations.ticket': {
    tag,
    summary: 'Create a ticket from a conversation',
    description:
      'A conversation has one ticket at most, beside the lead that it may have become. Its visitor becomes a person ' +
      'as well, as in `convert-to-lead`.',
    body: recordValidator,
    responses: { 201: one(ticketShape, 'The new ticket.') },
    refusals: {
      E_CHAT_HAS_TICKET: 409,
      E_CHAT_HOST_LACKS: 409,
      E_CHAT_VISITOR_LINKED: 409,
      E_CHAT_PERSON_NOT_FOUND: 422,
    },
  },
  'conversations.promote': {
    tag,
    summary: 'Promote a visitor to a person',
    description:
      'A visitor’s details are unverified, so the caller decides who the visitor is: `person` is the `id` of a ' +
      'person, who is completed but never overwritten, or `new`. Without it a person is created only if the CRM ' +
      'has none with this email address.',
    body: promoteValidator,
    responses: { 200: one(personShape, 'The person.') },
    refusals: {
      E_CHAT_PERSON_UNDECIDED: 409,
      E_CHAT_HOST_LACKS: 409,
      E_CHAT_VISITOR_LINKED: 409,
      E_CHAT_NOTHING_TO_PROMOTE: 422,
      E_CHAT_PERSON_NOT_FOUND: 422,
    },
  },
}
