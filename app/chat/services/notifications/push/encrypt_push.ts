import { createECDH, hkdfSync, createCipheriv, randomBytes } from 'node:crypto'

/** The bytes of an uncompressed point on P-256. */
const POINT = 65
const RECORD_SIZE = 4096
/** Marks the last record of a message (RFC 8188). */
const LAST_RECORD = Buffer.from([2])

/** What a browser has given for messages that only it can read. */
export interface BrowserKeys {
  /** Its public key on P-256, uncompressed (`p256dh`). */
  publicKey: Buffer
  /** Its authentication secret, 16 bytes (`auth`). */
  secret: Buffer
}

/**
 * Encrypts a message for one browser: `aes128gcm` of RFC 8188 with the keys of RFC 8291, in one record.
 *
 * @throws Error when the browser's key is no point on the curve
 */
export function encryptPush(
  message: string,
  { publicKey, secret }: BrowserKeys,
  salt = randomBytes(16),
  privateKey?: Buffer
): Buffer {
  const sender = createECDH('prime256v1')
  if (privateKey) sender.setPrivateKey(privateKey)
  else sender.generateKeys()
  const ours = sender.getPublicKey()
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, ours])
  const input = derive(sender.computeSecret(publicKey), secret, info, 32)
  const key = derive(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12)

  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const sealed = [cipher.update(message, 'utf8'), cipher.update(LAST_RECORD), cipher.final()]
  const size = Buffer.alloc(4)
  size.writeUInt32BE(RECORD_SIZE)
  return Buffer.concat([salt, size, Buffer.from([POINT]), ours, ...sealed, cipher.getAuthTag()])
}

/** Whether a browser can have these keys: a point on the curve, and 16 bytes. */
export function areBrowserKeys({ publicKey, secret }: BrowserKeys): boolean {
  if (publicKey.length !== POINT || secret.length !== 16) return false
  try {
    const probe = createECDH('prime256v1')
    probe.generateKeys()
    probe.computeSecret(publicKey)
    return true
  } catch {
    return false
  }
}

const derive = (input: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', input, salt, info, length))
