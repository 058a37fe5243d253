import { randomBytes } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'

const HINT_LENGTH = 4

/**
 * A new secret of 256 bits: in clear text for its owner, encrypted with the application's key for storage, and its last
 * characters, by which its owner recognises it.
 *
 * @param prefix what it begins with, so that people and scanners recognise its kind
 * @param purpose one of another purpose is not opened
 */
export function mintSecret(prefix: string, purpose: string) {
  const secret = `${prefix}_${randomBytes(32).toString('base64url')}`
  const sealed = encryption.encrypt(secret, { purpose })
  return { secret, sealed, hint: secret.slice(-HINT_LENGTH) }
}

/** The secret in clear text; null when the application's key has changed since it was made. */
export const openSecret = (sealed: string, purpose: string) =>
  encryption.decrypt<string>(sealed, purpose)
