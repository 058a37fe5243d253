import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type Conversation from '#chat/models/conversation'

/** What a row of the inbox shows and is sorted by: reading the other forty columns would take longer than the query. */
const ROW_COLUMNS = [
  'id',
  'external_id',
  'tenant_id',
  'number',
  'channel',
  'visitor_id',
  'agent_id',
  'agent_name',
  'folder',
  'status',
  'priority',
  'last_message',
  'last_message_sender_type',
  'last_message_sender_id',
  'last_message_at',
  'message_count',
  'last_seq',
  'agent_unread_count',
  'waiting_since',
  'archived_at',
  'snoozed_until',
  'pending_action',
  'rating',
]

/** What names a visitor, and what a search finds them by. */
const VISITOR_COLUMNS = ['id', 'external_id', 'name', 'email', 'phone']

/** Only what rows of the inbox show. */
export const withRowParts = (query: ModelQueryBuilderContract<typeof Conversation>) =>
  query
    .select(ROW_COLUMNS)
    .preload('visitor', (visitor) => void visitor.select(VISITOR_COLUMNS))
    .preload('labels')
