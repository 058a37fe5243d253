import type { Expired } from '#chat/services/privacy/expired_conversations'
import { text } from '#chat/texts/text'

/** What a deletion by age would find. */
export const retentionInWords = ({ conversations: count, messages }: Expired) =>
  count === 0
    ? text('fields.retention_days.none')
    : text('fields.retention_days.preview', {
        count,
        messages: text('fields.retention_days.messages', { count: messages }),
      })
