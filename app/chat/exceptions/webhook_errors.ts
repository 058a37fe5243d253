import { chatError } from '#chat/exceptions/chat_error'

/** The tenant has as many webhooks as allowed. */
export const TooManyWebhooks = chatError(
  'errors.too_many_webhooks',
  'E_CHAT_TOO_MANY_WEBHOOKS',
  422
)

/** An address in a private network that is not allowed, or one that no request may ever go to. */
export const AddressNotAllowed = chatError(
  'errors.address_not_allowed',
  'E_CHAT_ADDRESS_NOT_ALLOWED',
  422,
  { field: 'url', rule: 'address' }
)

/** The configuration allows no webhook to reach private networks. */
export const PrivateAddressesForbidden = chatError(
  'errors.private_addresses_forbidden',
  'E_CHAT_PRIVATE_ADDRESSES_FORBIDDEN',
  422,
  { field: 'allow_private', rule: 'forbidden' }
)

/** A paused webhook sends nothing, not even on request. */
export const WebhookPaused = chatError('errors.webhook_paused', 'E_CHAT_WEBHOOK_PAUSED', 409)
