import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import type { ChatWorld } from '#tests/helpers/chat_world'
import type Widget from '#chat/models/widget'

type SigningKey = Parameters<SignJWT['sign']>[0]

export const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

/** A website's server that knows its widget's secret. */
export class Signer {
  constructor(
    readonly widget: Widget,
    readonly key: SigningKey,
    readonly algorithm = 'HS256',
    readonly kid?: string
  ) {}

  /** A widget with a secret, and the server that knows it. */
  static async of(world: ChatWorld, widget = world.widget) {
    const { secret } = await world.chat.visitors.identityKeys.createSecret(widget, null)
    return new Signer(widget, new TextEncoder().encode(secret))
  }

  /** A token that is good for an hour; null takes a claim away. */
  sign(claims: Record<string, unknown> = {}) {
    const all = { sub: '42', aud: this.widget.publicKey, exp: inSeconds(3600), ...claims }
    const kept = Object.entries(all).filter(([, value]) => value !== null)
    return new SignJWT(Object.fromEntries(kept) as JWTPayload)
      .setProtectedHeader({ alg: this.algorithm, ...(this.kid && { kid: this.kid }) })
      .sign(this.key)
  }
}

/** A pair of keys, the public one in the forms in which a website hands it out. */
export async function pairOf(algorithm: 'RS256' | 'ES256', kid: string) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: algorithm }
  return { privateKey, jwk, pem: await exportSPKI(publicKey) }
}

/** A website that publishes its keys, and counts how often they are asked for. */
export async function keySetServer(cleanup: (end: () => void) => void) {
  const state = { keys: [] as object[], asked: 0, status: 200 }
  const server = createServer((_, response) => {
    state.asked += 1
    response.writeHead(state.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ keys: state.keys }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanup(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`
  return Object.assign(state, { url })
}
