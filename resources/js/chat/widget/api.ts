/** An answer other than 2xx; status 0 when there was none at all. */
export class ApiError extends Error {
  constructor(
    public status: number,
    public retryAfter = 0,
    public body: { code?: string; errors?: { field?: string; message: string }[] } = {}
  ) {
    super(body.errors?.[0]?.message ?? `HTTP ${status}`)
  }

  /** Whether the same request may succeed later without a change. */
  get isTemporary() {
    const { status } = this
    return !status || [408, 409, 425, 429].includes(status) || status >= 500
  }
}

const TIMEOUT = 15_000

/** Talks to the visitor's API. Every call ends: with the answer, or with an `ApiError`. */
export class Api {
  token?: string
  /** Told after every answer of the server: the network works. */
  onAnswer: () => void = () => {}

  constructor(private base: string) {}

  url(path: string) {
    return this.base + path
  }

  headers(): Record<string, string> {
    return this.token ? { 'X-Visitor-Token': this.token } : {}
  }

  get<T>(path: string) {
    return this.#call<T>('GET', path)
  }

  post<T = void>(path: string, body: object = {}) {
    return this.#call<T>('POST', path, JSON.stringify(body))
  }

  async #call<T>(method: string, path: string, body?: string): Promise<T> {
    let response: Response
    let text: string
    try {
      response = await fetch(this.url(path), {
        method,
        body,
        headers: {
          ...(body && { 'Content-Type': 'application/json' }),
          Accept: 'application/json',
          ...this.headers(),
        },
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(TIMEOUT),
      })
      text = await response.text()
    } catch {
      throw new ApiError(0)
    }

    const answer = parse(text)
    if (response.ok && (answer || response.status === 204)) {
      this.onAnswer()
      return answer as T
    }
    // A 200 that is not ours comes from something in between, such as a hotel's log-in page
    const status = response.ok ? 0 : response.status
    throw new ApiError(status, Number(response.headers.get('Retry-After')) || 0, answer ?? {})
  }
}

function parse(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
