import type WebhookDelivery from '#chat/models/webhook_delivery'
import type { DeliveryError } from '#chat/models/webhook_delivery'

const REASONS: Record<DeliveryError, string> = {
  timeout: 'There was no answer in time.',
  dns: 'No server has this name: please check the address.',
  refused: 'The server took no connection: nothing listens at this address.',
  unreachable: 'There is no way to this address.',
  tls: 'The certificate of the server is not valid for this address, so nothing was sent.',
  forbidden_address:
    'The address lies in a private network, and this webhook may not reach those. Nothing was sent.',
  broken: 'The connection broke before there was an answer.',
  status: 'The server refused it. Only an answer from 200 to 299 counts as delivered.',
  redirect:
    'The server sent it elsewhere. Redirects are not followed: please enter the final address.',
  gone: 'The server wants no more (410), so the webhook was stopped.',
  secret:
    'The secret can no longer be read, because the application’s key has changed. Make a new one.',
}

/** Why a delivery has not arrived, for people; null when it has, or nobody has tried yet. */
export const reasonInWords = ({ error }: Pick<WebhookDelivery, 'error'>) =>
  error === null ? null : REASONS[error]
