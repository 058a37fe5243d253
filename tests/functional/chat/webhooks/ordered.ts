import type { LookupAddress } from 'node:dns'
import { NoResponse, type PostOrder } from '#chat/services/webhooks/guarded_post'

/** An order to post to this address. */
export const order = (url: string, more: Partial<PostOrder> = {}): PostOrder => ({
  url,
  allowPrivate: false,
  headers: { 'content-type': 'application/json' },
  body: '{}',
  timeoutMs: 2000,
  signal: new AbortController().signal,
  ...more,
})

/** A name server that answers with these addresses. */
export const names = (...addresses: string[]) => {
  const found = addresses.map((address): LookupAddress => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }))
  return async () => found
}

/** Why there was no answer. */
export async function reasonOf(sent: Promise<unknown>) {
  const error = await sent.then(
    () => null,
    (failure: unknown) => failure
  )
  return error instanceof NoResponse ? error.reason : String(error)
}
