import { request, type RequestOptions } from '../shared/net/request.js'
import { RequestError } from '../shared/net/request_error.js'
import { text } from './texts.js'

/** Asked for when they are needed: pages of settings load this before the texts of it. */
const REASONS: Record<number, () => string> = {
  0: () => text('agent_script.errors.offline'),
  403: () => text('agent_script.errors.forbidden'),
  404: () => text('agent_script.errors.missing'),
  429: () => text('agent_script.errors.too_fast'),
}

const ours = () => text('agent_script.errors.ours')
const TIMEOUT = 20_000

/** The CSRF token of the page's session. */
export const csrfToken = () =>
  document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? ''

/** Requests to the CRM's chat routes, as JSON; an error carries the server's message. */
export class Api {
  constructor(private csrf = csrfToken()) {}

  get<T>(url: string, options: RequestOptions = {}): Promise<T> {
    return this.#ask(url, options)
  }

  /** What lets a request of this page write. */
  get headers() {
    return { 'X-CSRF-TOKEN': this.csrf }
  }

  post<T>(url: string, body: object = {}, options: RequestOptions = {}): Promise<T> {
    const { headers } = this
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

/** Whether the page's session is over: the user has to log in again. */
export function isSessionOver(error: unknown) {
  // The chat's own refusals carry a code: a 403 without one is about the session's token
  if (!(error instanceof RequestError)) return false
  return error.status === 401 || (error.status === 403 && !error.code)
}

function worded(error: RequestError) {
  const { status, retryAfter, body } = error
  const given = isSessionOver(error)
    ? text('agent_script.errors.logged_out')
    : body.errors?.[0]?.message
  const reason = given ?? (REASONS[status] ?? ours)()
  return new RequestError(status, retryAfter, body, reason)
}
