import type { HttpContext } from '@adonisjs/core/http'
import type Webhook from '#chat/models/webhook'
import type { WebhookAttributes } from '#chat/services/webhooks/webhooks'
import { PermissionDenied } from '#chat/exceptions/chat_errors'

type Changes = Partial<Pick<WebhookAttributes, 'url' | 'allowPrivate'>>

/** Whether this user may let webhooks call addresses in private networks. */
export const decidesOnPrivateReach = ({ may }: HttpContext['chatAuth']) =>
  may.has('manage settings')

/**
 * Guards every change of a webhook: it may call an address in a private network only if a user who holds `manage
 * settings` has chosen that very address.
 *
 * @throws PermissionDenied
 */
export function assertPrivateReach(
  chatAuth: HttpContext['chatAuth'],
  before: Webhook | null,
  { url, allowPrivate }: Changes
) {
  const isAllowed = allowPrivate ?? before?.allowPrivate ?? false
  const isSame = before?.allowPrivate && (url ?? before.url) === before.url
  if (isAllowed && !isSame && !decidesOnPrivateReach(chatAuth)) throw new PermissionDenied()
}

/**
 * The stored permission for private networks, kept when a user without the right to change it sends the form with the
 * same address.
 */
export const keptPrivateReach = (before: Webhook | null, { url }: Changes) =>
  before !== null && before.allowPrivate && before.url === url
