import { request, type RequestOptions } from '../shared/net/request.js'
import { RequestError } from '../shared/net/request_error.js'

const REASONS: Record<number, string> = {
  0: 'No connection',
  403: 'You are not allowed to do this',
  404: 'This conversation is not there any more',
  429: 'That was a bit fast',
}

const LOGGED_OUT = 'You have been logged out'
const TIMEOUT = 20_000

/** The page's proof that it belongs to the session; another session does not take it. */
export const csrfToken = () =>
  document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? ''

/** Talks to the CRM's chat routes: JSON in, JSON out, errors as what they say. */
export class Api {
  constructor(private csrf = csrfToken()) {}

  get<T>(url: string, options: RequestOptions = {}): Promise<T> {
    return this.#ask(url, options)
  }

  post<T>(url: string, body: object = {}, options: RequestOptions = {}): Promise<T> {
    const headers = { 'X-CSRF-TOKEN': this.csrf }
    return this.#ask(url, { ...options, method: 'POST', body, headers })
  }

  async #ask<T>(url: string, options: RequestOptions): Promise<T> {
    try {
      return await request<T>(url, { timeout: TIMEOUT, ...options })
    } catch (error) {
      throw error instanceof RequestError ? worded(error) : error
    }
  }
}

/** Whether the page belongs to a session that is over: only a new one can go on. */
export function isSessionOver(error: unknown) {
  // The chat's own refusals carry a code: a 403 without one is about the session's token
  if (!(error instanceof RequestError)) return false
  return error.status === 401 || (error.status === 403 && !error.code)
}

function worded(error: RequestError) {
  const { status, retryAfter, body } = error
  const told = isSessionOver(error) ? LOGGED_OUT : body.errors?.[0]?.message
  const reason = told ?? REASONS[status] ?? 'Something went wrong on our side'
  return new RequestError(status, retryAfter, body, reason)
}
