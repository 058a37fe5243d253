import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { literalAddress, mayReach, reachOf, type Reach } from '#chat/services/webhooks/addresses'
import { ForbiddenAddress, guardedLookup } from '#chat/services/webhooks/guarded_lookup'
import { systemResolver, type Resolver } from '#chat/services/webhooks/resolver'

/** Why there was no response. */
export type PostFailure =
  'timeout' | 'dns' | 'refused' | 'unreachable' | 'tls' | 'forbidden_address' | 'broken'

interface Order {
  url: string
  allowPrivate: boolean
  headers?: Record<string, string>
  timeoutMs: number
  /** Aborts the request. */
  signal?: AbortSignal
  resolve?: Resolver
}

export interface PostOrder extends Order {
  body: string | Buffer
}

export interface PostResponse {
  status: number
  retryAfter: string | null
  /** The beginning of a textual response; null for any other, and for responses from a private network. */
  text: string | null
}

/** There was no response. */
export class NoResponse extends Error {
  constructor(readonly reason: PostFailure) {
    super(`No answer: ${reason}`)
  }
}

/** Bytes of a post's response that are read at most. */
const MOST_READ = 4096

/**
 * Sends one POST over a connection of its own, and only to addresses that a webhook may reach: the check covers the
 * very address that is connected to. Redirects are not followed.
 *
 * @throws NoResponse
 */
export async function guardedPost(order: PostOrder): Promise<PostResponse> {
  const { reaches, ...answer } = await guardedRequest(order, order.body, MOST_READ)
  return reaches.has('private') ? { ...answer, text: null } : answer
}

/** Reads up to `mostRead` bytes of a text in the same way. @throws NoResponse */
export function guardedGet(order: Order, mostRead: number): Promise<PostResponse> {
  return guardedRequest(order, null, mostRead)
}

async function guardedRequest(order: Order, body: string | Buffer | null, mostRead: number) {
  const url = new URL(order.url)
  const reaches = new Set<Reach>()
  const literal = literalAddress(url)
  if (literal) {
    reaches.add(reachOf(literal))
    if (!mayReach(reachOf(literal), order.allowPrivate)) throw new NoResponse('forbidden_address')
  }
  const timeout = AbortSignal.timeout(order.timeoutMs)
  const signal = order.signal ? AbortSignal.any([timeout, order.signal]) : timeout
  try {
    const response = await request(url, order, body, signal, (reach) => reaches.add(reach))
    return {
      reaches,
      status: response.statusCode ?? 0,
      retryAfter: response.headers['retry-after'] ?? null,
      text: await beginningOf(response, mostRead),
    }
  } catch (error) {
    order.signal?.throwIfAborted()
    throw new NoResponse(timeout.aborted ? 'timeout' : reasonOf(error))
  }
}

function request(
  url: URL,
  { headers, allowPrivate, resolve = systemResolver }: Order,
  body: string | Buffer | null,
  signal: AbortSignal,
  onReach: (reach: Reach) => void
) {
  const { promise, resolve: answer, reject } = Promise.withResolvers<IncomingMessage>()
  const { request: send } = url.protocol === 'https:' ? https : http
  const sent = send(url, {
    method: body === null ? 'GET' : 'POST',
    /** A connection checked for one webhook is never reused for another, and no proxy is used. */
    agent: false,
    headers: {
      ...headers,
      ...(body !== null && { 'content-length': String(Buffer.byteLength(body)) }),
    },
    lookup: guardedLookup(resolve, allowPrivate, onReach),
    rejectUnauthorized: true,
    signal,
  })
  sent.on('response', answer)
  sent.on('error', reject)
  sent.on('close', () => reject(new Error('The connection was closed')))
  sent.end(body ?? undefined)
  return promise
}

/** Reads until the limit or the end; a connection that breaks off leaves what was read. */
async function beginningOf(response: IncomingMessage, mostRead: number): Promise<string | null> {
  const type = response.headers['content-type'] ?? ''
  const chunks: Buffer[] = []
  let size = 0
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  response.on('error', () => {})
  response.on('close', () => resolve())
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    size += chunk.length
    if (size >= mostRead) response.destroy()
  })
  await closed
  const isText = /^(text\/|application\/([\w.+-]*json|xml|problem))/.test(type)
  return isText && size > 0 ? Buffer.concat(chunks).subarray(0, mostRead).toString() : null
}

const REASONS: [RegExp, PostFailure][] = [
  [/^(ENOTFOUND|EAI_\w+)$/, 'dns'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^E(HOST|NET)UNREACH$/, 'unreachable'],
  [/^ETIMEDOUT$/, 'timeout'],
  [/CERT|SIGNED|UNABLE_TO|_TLS_|_SSL_|EPROTO|ALTNAME/, 'tls'],
]

function reasonOf(error: unknown): PostFailure {
  if (error instanceof ForbiddenAddress) return 'forbidden_address'
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  return REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'broken'
}
