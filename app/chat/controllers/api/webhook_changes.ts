import type { Infer } from '@vinejs/vine/types'
import { said } from '#chat/controllers/api/said'
import type { webhookChangesValidator } from '#chat/validators/api/webhook'

/** What a program said about a webhook, and nothing about what it left out. */
export function toWebhookChanges(input: Infer<typeof webhookChangesValidator>) {
  return said({
    url: input.url,
    description: input.description,
    events: input.events,
    includeNotes: input.include_notes,
    allowPrivate: input.allow_private,
    isActive: input.is_active,
  })
}
