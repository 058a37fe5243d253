import type { Infer } from '@vinejs/vine/types'
import { omitUndefined } from '#chat/support/omit_undefined'
import type { webhookChangesValidator } from '#chat/validators/api/webhook'

/** The changes to a webhook that an API request names; omitted fields are left out. */
export function toWebhookChanges(input: Infer<typeof webhookChangesValidator>) {
  return omitUndefined({
    url: input.url,
    description: input.description,
    events: input.events,
    includeNotes: input.include_notes,
    allowPrivate: input.allow_private,
    isActive: input.is_active,
  })
}
