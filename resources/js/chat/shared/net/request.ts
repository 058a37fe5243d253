import { RequestError } from './request_error.js'

export interface RequestOptions {
  method?: string
  /** Sent as JSON. */
  body?: object
  headers?: Record<string, string>
  credentials?: RequestCredentials
  keepalive?: boolean
  signal?: AbortSignal
  /** Milliseconds after which the request fails. */
  timeout?: number
}

const TIMEOUT = 15_000
const LONGEST_PAUSE = 3_600_000

/**
 * Sends a JSON request. Every request ends, with the response or with a `RequestError`; 204 resolves with undefined.
 */
export async function request<T>(url: string, options: RequestOptions = {}): Promise<T> {
  const { response, text } = await exchange(url, options)
  if (response.status === 204) return undefined as T
  const answer = parse(text)
  if (response.ok && answer) return answer as T
  // A 200 without JSON comes from something in between, such as a hotel's login page
  const status = response.ok ? 0 : response.status
  throw new RequestError(status, pause(response.headers.get('Retry-After')), answer ?? {})
}

async function exchange(url: string, { body, headers, signal, timeout, ...init }: RequestOptions) {
  const ends = new AbortController()
  const end = () => ends.abort()
  const timer = setTimeout(end, timeout ?? TIMEOUT)
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()

  try {
    const response = await fetch(url, {
      ...init,
      body: body && JSON.stringify(body),
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        Accept: 'application/json',
        ...headers,
      },
      cache: 'no-store',
      signal: ends.signal,
    })
    return { response, text: await response.text() }
  } catch {
    throw new RequestError(0)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}

function parse(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** `Retry-After` in ms: seconds or a date, from the server or a proxy. */
export function pause(value: string | null, now = Date.now()) {
  const ms = Number(value) * 1000 || Date.parse(value ?? '') - now
  return Math.min(Math.max(ms, 0) || 0, LONGEST_PAUSE)
}
