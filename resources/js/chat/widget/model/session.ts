import { RequestError } from '../../shared/net/request_error.js'
import type { Api } from '../api.js'
import type { Store } from '../store.js'
import { sleep, withLock } from '../../shared/net/tab_lock.js'
import type { Page, PageSession, SessionResponse, Verified } from './types.js'

/**
 * The visitor's token and what belongs to it. Several tabs that start together agree on one token, and a token that
 * the server no longer knows is replaced.
 */
export class Session {
  /** The website's token that says who the visitor is; undefined once it has been sent. */
  jwt?: string
  /** Called with what became of it. */
  onIdentity: (detail: { verified: boolean; message?: string }) => void = () => {}

  /** Where the page's user is the visitor: asks the page for their session. */
  askPage?: () => Promise<PageSession>

  #tried?: string
  #opening?: Promise<SessionResponse>

  constructor(
    private api: Api,
    private store: Store,
    private key: string
  ) {}

  /** Whether the website's token came too late for the session that was opened last. */
  get isLate() {
    return !!this.jwt && this.jwt !== this.#tried
  }

  get isKnown() {
    return !!this.store.get('token')
  }

  /**
   * Asks the server to forget a visitor that this browser forgot while the server was unreachable; no new session
   * begins until it has.
   */
  async endLast() {
    const end = this.store.get('end')
    if (!end || this.isKnown) return
    await this.api.post(`/forget/${end}`)
    if (this.store.get('end') === end) this.store.set('end', null)
  }

  /** Opens or resumes the session; concurrent callers share one request. */
  open(page?: Page | null, signal?: AbortSignal): Promise<SessionResponse> {
    this.#opening ??= this.#open(page, signal).finally(() => (this.#opening = undefined))
    return this.#opening
  }

  async #open(page?: Page | null, signal?: AbortSignal): Promise<SessionResponse> {
    const body = { page: page ?? undefined, consent: this.store.get('consent') }
    this.api.token = this.store.get('token')
    if (this.jwt) await this.#verify(this.jwt, signal)
    if (this.api.token) {
      try {
        const known = await this.api.post<SessionResponse>('/session', body, signal)
        this.keep(known)
        return known
      } catch (error) {
        if (!(error instanceof RequestError) || error.status !== 401) throw error
        await this.#drop(this.api.token)
      }
    }

    return withLock(`crmchat-session:${this.key}`, async () => {
      await this.store.refresh()
      await this.endLast()
      this.api.token = this.store.get('token')
      if (this.askPage && !this.api.token) this.keep(await this.askPage())
      const answer = await this.api.post<SessionResponse>('/session', body)
      if (!answer.visitor_token && !this.askPage) return answer

      this.keep(answer)
      // The next tab in the queue must read it: stored, and visible to its process
      await this.store.refresh()
      await sleep(100)
      return answer
    })
  }

  /** Becomes the visitor that the website's token identifies. A refused token leaves the visitor unchanged. */
  async #verify(jwt: string, signal?: AbortSignal) {
    this.#tried = jwt
    const consent = this.store.get('consent')
    try {
      const verified = await this.api.post<Verified>('/identity', { jwt, consent }, signal)
      this.#become(verified.visitor_id)
      this.keep(verified)
      this.#said(jwt, { verified: true })
    } catch (error) {
      if (!(error instanceof RequestError) || !error.status) throw error
      // The next session tries again
      if (error.isTemporary) return
      console.warn(`CrmChat: ${error.message}`)
      this.#said(jwt, { verified: false, message: error.message })
    }
  }

  /** Stores what the server has answered; the token stays unless there is another one. */
  keep({ visitor_token: token, end_key: end }: SessionResponse | Verified | PageSession) {
    if (token) {
      this.api.token = token
      this.store.set('token', token)
    }
    this.store.set('end', end)
  }

  /** Drops what another visitor has typed in this browser. */
  #become(visitor: string) {
    const before = this.store.get('who')
    if (before && before !== visitor) {
      for (const [name] of this.store.list('o:')) this.store.set(`o:${name}`, null)
      for (const name of ['contact', 'draft']) this.store.set(name, null)
    }
    this.store.set('who', visitor)
  }

  /** Another token may have come meanwhile. */
  #said(jwt: string, detail: { verified: boolean; message?: string }) {
    if (this.jwt === jwt) this.jwt = undefined
    this.onIdentity(detail)
  }

  /** Uses the token of another tab that has already replaced the invalid one. */
  async #drop(token: string) {
    await this.store.refresh()
    if (this.store.get('token') === token) this.store.set('token', null)
    this.api.token = undefined
  }
}
