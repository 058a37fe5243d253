import type { SearchHit } from '#chat/services/search/search_hit'
import { shape } from '#chat/transformers/api/shape'

const PLACES = ['number', 'name', 'email', 'message', 'note']

/** Why a search has found a conversation. */
export const hitShape = shape<SearchHit>(
  'Hit',
  'What a search has found a conversation by.',
  (field) => ({
    in: field.choice(PLACES, (hit) => hit.in),
    snippet: field.text((hit) => hit.text, 'What matches: of a message, one line around it.'),
    seq: field.orNull.integer((hit) => hit.seq, 'The place of the message in the thread.'),
  })
)
