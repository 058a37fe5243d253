import type Erasure from '#chat/models/erasure'
import type {
  RecordedConversation,
  VisitorRecord,
} from '#chat/services/visitors/record/visitor_record'
import { conversationShape } from '#chat/transformers/api/conversation'
import { shape } from '#chat/transformers/api/fields'
import { messageShape } from '#chat/transformers/api/message'
import { pageViewShape } from '#chat/transformers/api/page_view'
import { visitorShape } from '#chat/transformers/api/visitor'

const recordedConversationShape = shape<RecordedConversation>(
  'RecordedConversation',
  'A conversation with all of its lines, notes included.',
  (field) => ({
    conversation: field.part(conversationShape, ({ conversation }) => conversation),
    messages: field.parts(messageShape, ({ messages }) => messages),
  })
)

/** All that the chat keeps about a visitor, as the API hands it out. */
export const visitorRecordShape = shape<VisitorRecord>(
  'VisitorRecord',
  'All that the chat keeps about a visitor.',
  (field) => ({
    visitor: field.part(visitorShape, ({ visitor }) => visitor),
    page_views: field.parts(pageViewShape, ({ pageViews }) => pageViews),
    conversations: field.parts(recordedConversationShape, ({ conversations }) => conversations),
  })
)

/** The certificate of an erasure. */
export const erasureShape = shape<Erasure>(
  'Erasure',
  'The erasure of a visitor: counts, and nothing of what was deleted.',
  (field) => ({
    uuid: field.uuid((erasure) => erasure.externalId),
    visitor_uuid: field.uuid((erasure) => erasure.visitorUuid, 'Leads nowhere any more.'),
    conversations: field.integer((erasure) => erasure.conversations),
    messages: field.integer((erasure) => erasure.messages),
    files: field.integer((erasure) => erasure.files),
    page_views: field.integer((erasure) => erasure.pageViews),
    webhook_deliveries: field.integer((erasure) => erasure.deliveries),
    created_at: field.timestamp((erasure) => erasure.createdAt),
    finished_at: field.orNull.timestamp(
      (erasure) => erasure.finishedAt,
      'Null while there is still something to delete.'
    ),
  })
)
