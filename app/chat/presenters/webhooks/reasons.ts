import type WebhookDelivery from '#chat/models/webhook_delivery'
import { text } from '#chat/texts/text'

/** Why a delivery has not arrived, in words; null when it has, or before the first attempt. */
export const reasonInWords = ({ error }: Pick<WebhookDelivery, 'error'>) =>
  error === null ? null : text(`deliveries.reasons.${error}`)
