import type { SearchMatch } from '#chat/services/inbox/search/search_match'
import { shape } from '#chat/transformers/api/fields'

const PLACES = ['number', 'name', 'email', 'phone', 'message', 'note']

/** Why a search has found a conversation. */
export const matchShape = shape<SearchMatch>(
  'Hit',
  'What a search has found a conversation by.',
  (field) => ({
    in: field.choice(PLACES, (match) => match.in),
    snippet: field.text((match) => match.text, 'What matches: of a message, one line around it.'),
    seq: field.orNull.integer((match) => match.seq, 'The position of the message in the thread.'),
  })
)
