import { createPublicKey, type KeyObject } from 'node:crypto'
import { PublicKeyInvalid, PublicKeyIsPrivate } from '#chat/exceptions/chat_errors'

const SHORTEST_RSA = 2048

/** The one algorithm that a public key verifies; null for a key that may not be used. */
export function algorithmOf(key: KeyObject): 'RS256' | 'ES256' | null {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= SHORTEST_RSA) return 'RS256'
  return type === 'ec' && details?.namedCurve === 'prime256v1' ? 'ES256' : null
}

/**
 * A pasted public key, in the form in which it is stored.
 *
 * @throws PublicKeyIsPrivate, PublicKeyInvalid
 */
export function readPublicKey(pasted: string): { pem: string; algorithm: string } {
  if (/PRIVATE KEY/.test(pasted)) throw new PublicKeyIsPrivate()
  const key = parsed(pasted)
  const algorithm = key && algorithmOf(key)
  if (!algorithm) throw new PublicKeyInvalid()
  return { pem: key.export({ type: 'spki', format: 'pem' }).toString(), algorithm }
}

function parsed(pasted: string): KeyObject | null {
  try {
    return createPublicKey(pasted)
  } catch {
    return null
  }
}
