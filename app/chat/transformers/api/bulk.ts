import type { BulkResult } from '#chat/services/conversations/bulk_actions'
import { shape } from '#chat/transformers/api/fields'

export const BULK_OUTCOMES = ['done', 'already', 'refused', 'missing', 'failed'] as const

/** What became of one conversation of a bulk action. */
export const bulkResultShape = shape<BulkResult>(
  'BulkResult',
  'What became of one of the conversations.',
  (field) => ({
    conversation: {
      schema: { type: ['integer', 'string'], description: 'As the request names it.' },
      read: ({ id }) => id,
    },
    outcome: field.choice(
      BULK_OUTCOMES,
      ({ outcome }) => outcome,
      '`already`: it was so before. `missing`: there is no such conversation.'
    ),
    reason: field.orNull.text(({ reason }) => reason, 'How it was, or why it was refused.'),
  })
)
