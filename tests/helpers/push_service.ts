import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import type { PushJson } from '#chat/transformers/json/notification_json'

/** A certificate for `localhost`, for these tests alone. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbVNDwb0pCpAw3eIN
cFz2UVUhwXutVXxZuQab9QMlgXOhRANCAARFcczG1TXBGymFGBB+CZXWHefaNcZH
bKtE4j7+Df4xxSFGEbxXD7mX4lSZ5JccNYInV9Tx3HtiaH0gNGXgVAhi
-----END PRIVATE KEY-----`
const PUSH_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBlDCCATugAwIBAgIUazA7JpT/Iaq+kNO/iyIuQLmcuFIwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyODA4MjcwNloYDzIxMjYxMTA0
MDgyNzA2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARFcczG1TXBGymFGBB+CZXWHefaNcZHbKtE4j7+Df4xxSFGEbxXD7mX
4lSZ5JccNYInV9Tx3HtiaH0gNGXgVAhio2kwZzAdBgNVHQ4EFgQUkxuWKTlrrTX/
DgxrscdIGhRUifEwHwYDVR0jBBgwFoAUkxuWKTlrrTX/DgxrscdIGhRUifEwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
RwAwRAIgZ5+uJUeMnx9iWzwZ1Ug8z17LTccOKxAOvQrRgE4ZF18CIBoye0Qe+EIR
f5V0jTXlV1Xog4GAY4ZryTHloAUrvnjj
-----END CERTIFICATE-----`

/** A push as the service got it, and as the browser reads it. */
export interface Pushed {
  path: string
  headers: IncomingHttpHeaders
  message: PushJson
  at: number
}

/** A browser that has subscribed: what it gives the application, and what it keeps. */
export class PushedBrowser {
  readonly secret = randomBytes(16)
  readonly pair = createECDH('prime256v1')

  constructor(readonly endpoint: string) {
    this.pair.generateKeys()
  }

  get subscription() {
    const keys = {
      p256dh: this.pair.getPublicKey('base64url'),
      auth: this.secret.toString('base64url'),
    }
    return { endpoint: this.endpoint, keys }
  }

  /** Decrypts as RFC 8291 has browsers do it. */
  read(body: Buffer): PushJson {
    const salt = body.subarray(0, 16)
    const length = body[20]
    const theirs = body.subarray(21, 21 + length)
    const sealed = body.subarray(21 + length)
    const info = ['WebPush: info\0', this.pair.getPublicKey(), theirs].map((each) =>
      Buffer.from(each)
    )
    const derive = (input: Buffer, by: Buffer, about: Buffer, bytes: number) =>
      Buffer.from(hkdfSync('sha256', input, by, about, bytes))
    const input = derive(this.pair.computeSecret(theirs), this.secret, Buffer.concat(info), 32)
    const key = derive(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = derive(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString())
  }
}

/** A push service on this machine, by https: it decrypts what it gets, and answers as the test says. */
export class PushService {
  readonly received: Pushed[] = []
  readonly #browsers = new Map<string, PushedBrowser>()
  readonly #heard = new EventEmitter()
  readonly #server = createServer({ key: KEY, cert: PUSH_CERTIFICATE }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { url: path = '', headers } = request
      const browser = this.#browsers.get(path)
      if (!browser) return response.writeHead(404).end()
      const message = browser.read(Buffer.concat(chunks))
      this.received.push({ path, headers, message, at: Date.now() })
      this.answer(response)
      this.#heard.emit('push')
    })
  })

  answer = (response: ServerResponse) => void response.writeHead(201).end()

  static async start(cleanup: (end: () => void) => void) {
    const service = new PushService()
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), PUSH_CERTIFICATE])
    service.#server.listen(0, 'localhost')
    await once(service.#server, 'listening')
    cleanup(() => service.stop())
    return service
  }

  /** Its name and port, as a configuration lists it. */
  get host() {
    return `localhost:${(this.#server.address() as AddressInfo).port}`
  }

  /** A browser that has subscribed here. */
  browser() {
    const path = `/push/${randomBytes(12).toString('base64url')}`
    const browser = new PushedBrowser(`https://${this.host}${path}`)
    this.#browsers.set(path, browser)
    return browser
  }

  /** What lets a server in a process of its own push to here. */
  environment(cleanup: (end: () => void) => void) {
    const folder = mkdtempSync(join(tmpdir(), 'push-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const certificate = join(folder, 'certificate.pem')
    writeFileSync(certificate, PUSH_CERTIFICATE)
    return {
      NODE_EXTRA_CA_CERTS: certificate,
      CHAT_PUSH_SERVICES: this.host,
      CHAT_PRIVATE_PUSH: 'true',
    }
  }

  /** Answers with a status from now on. */
  says(status: number, headers: Record<string, string> = {}) {
    this.answer = (response) => void response.writeHead(status, headers).end()
  }

  /** Settles when so many pushes have come. */
  async gets(count: number, patience = 20_000) {
    const signal = AbortSignal.timeout(patience)
    while (this.received.length < count) await once(this.#heard, 'push', { signal })
  }

  stop() {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

/** What the token of a push says, when the key that stands beside it has signed it. */
export function vapidOf({ headers }: Pushed) {
  const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(String(headers.authorization))!
  const [head, body, signature] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) =>
    half.toString('base64url')
  )
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url')
  )
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
  return { key, isSigned, claims: claims as { aud: string; exp: number; sub: string } }
}
