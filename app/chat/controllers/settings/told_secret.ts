import type { HttpContext } from '@adonisjs/core/http'
import type Webhook from '#chat/models/webhook'
import type { WithSecret } from '#chat/services/webhooks/webhooks'

const keyOf = ({ externalId }: Webhook) => `chat_webhook_secret_${externalId}`

/** Keeps a new secret in the session until the webhook's page is next shown: it is told once. */
export function keepSecret({ session }: HttpContext, { webhook, secret }: WithSecret) {
  session.put(keyOf(webhook), secret)
}

/** The secret that was just made, or null; and no cache keeps the page that shows it. */
export function tellSecret({ response, session }: HttpContext, webhook: Webhook): string | null {
  const secret: string | null = session.pull(keyOf(webhook), null)
  if (secret) response.header('Cache-Control', 'no-store')
  return secret
}
