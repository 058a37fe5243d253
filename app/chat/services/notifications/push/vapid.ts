import { sign } from 'node:crypto'

/** Hours that a token is good for; push services refuse more than a day. */
const LIVES_SECONDS = 12 * 3600

/** A key pair of the application. */
export interface VapidKeys {
  /** An uncompressed P-256 point, base64url. */
  publicKey: string
  /** PKCS #8 in PEM. */
  privateKey: string
}

/**
 * The `Authorization` header by which a push service knows the application (RFC 8292): a token for its origin, signed
 * with the key that the browser has subscribed to.
 *
 * @param contact where the push service's operators reach those of the application: `https:` or `mailto:`
 */
export function vapidHeader(endpoint: string, contact: string, keys: VapidKeys, now = Date.now()) {
  const head = part({ typ: 'JWT', alg: 'ES256' })
  const exp = Math.floor(now / 1000) + LIVES_SECONDS
  const body = part({ aud: new URL(endpoint).origin, exp, sub: contact })
  const signature = sign('sha256', Buffer.from(`${head}.${body}`), {
    key: keys.privateKey,
    dsaEncoding: 'ieee-p1363',
  })
  return `vapid t=${head}.${body}.${signature.toString('base64url')}, k=${keys.publicKey}`
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
