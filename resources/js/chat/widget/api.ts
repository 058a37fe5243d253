import { request } from '../shared/net/request.js'

/** Talks to the visitor's API. Every call ends: with the answer, or with a `RequestError`. */
export class Api {
  token?: string
  /** Called after every response: the network works. */
  onResponse: () => void = () => {}

  constructor(private base: string) {}

  url(path: string) {
    return this.base + path
  }

  headers(): Record<string, string> {
    const { lang } = document.documentElement
    return { 'Accept-Language': lang, ...(this.token && { 'X-Visitor-Token': this.token }) }
  }

  get<T>(path: string, signal?: AbortSignal) {
    return this.#call<T>('GET', path, undefined, signal)
  }

  post<T = void>(path: string, body: object = {}, signal?: AbortSignal) {
    return this.#call<T>('POST', path, body, signal)
  }

  async #call<T>(method: string, path: string, body?: object, signal?: AbortSignal): Promise<T> {
    const headers = this.headers()
    const credentials = 'omit'
    const answer = await request<T>(this.url(path), { method, body, headers, credentials, signal })
    this.onResponse()
    return answer
  }
}
