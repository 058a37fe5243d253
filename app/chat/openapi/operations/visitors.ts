import { many, one, type Operations } from '#chat/openapi/operation'
import { blockShape } from '#chat/transformers/api/block'
import { pageViewShape } from '#chat/transformers/api/page_view'
import { visitorShape } from '#chat/transformers/api/visitor'
import { erasureShape, visitorRecordShape } from '#chat/transformers/api/visitor_record'
import { pageValidator } from '#chat/validators/api/paging'
import { apiBlockValidator } from '#chat/validators/api/block'
import { visitorsValidator } from '#chat/validators/api/visitor'

const tag = 'Visitors'

/** What the routes under `/visitors` do. */
export const visitorOperations: Operations = {
  'visitors.index': {
    tag,
    summary: 'List the visitors',
    description:
      'Those who came last first, with a conversation or without. `q` looks for words of their names and email ' +
      'addresses.',
    query: visitorsValidator,
    responses: { 200: many(visitorShape, 'Visitors.') },
  },
  'visitors.show': {
    tag,
    summary: 'Get a visitor',
    responses: { 200: one(visitorShape, 'The visitor.') },
  },
  'visitors.page_views': {
    tag,
    summary: 'List the pages that a visitor saw',
    query: pageValidator,
    responses: { 200: many(pageViewShape, 'Pages, the newest first.') },
  },
  'visitors.record': {
    tag,
    summary: 'Get all that the chat keeps about a visitor',
    description: 'Notes and internal lines included. The export is in the audit log.',
    responses: { 200: one(visitorRecordShape, 'All of it.') },
  },
  'visitors.block': {
    tag,
    summary: 'Block a visitor',
    description:
      'Closes their open conversation; the chat is over for them, and they get no emails. `address_hours` blocks their ' +
      'address as well, for so many hours: no chat begins from it.',
    body: apiBlockValidator,
    responses: { 200: one(visitorShape, 'The blocked visitor.') },
  },
  'visitors.unblock': {
    tag,
    summary: 'Unblock a visitor',
    responses: { 200: one(visitorShape, 'The visitor, who may write again.') },
  },
  'visitors.blocked': {
    tag,
    summary: 'List the blocked visitors',
    query: pageValidator,
    responses: { 200: many(blockShape, 'The last one first.') },
  },
  'visitors.destroy': {
    tag,
    summary: 'Erase a visitor',
    description:
      'Contact details go with this request; conversations with messages, pages, webhook deliveries, emails and links ' +
      'within seconds. The person of the CRM stays. Asked for again, it returns the erasure that is under way.',
    responses: { 202: one(erasureShape, 'The erasure, which goes on.') },
  },
}
