import { createHmac } from 'node:crypto'

/**
 * The value of `X-Chat-Signature`: `t=<seconds since 1970>,v1=<hex>`, one `v1` per secret. Each is the HMAC-SHA256 of
 * the time, a full stop and the body as it is sent; the time is that of the attempt, so that a receiver can refuse
 * replayed requests.
 */
export function sign(secrets: string[], timestamp: number, body: string) {
  const signatures = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
  )
  return [`t=${timestamp}`, ...signatures].join(',')
}
