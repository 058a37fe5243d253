interface Answer {
  errors?: { message?: string; code?: string }[]
  [key: string]: unknown
}

/** A request that came to nothing; status 0 means that there was no answer at all. */
export class RequestFailed extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** Whether this page belongs to a session that is over: only a new one can go on. */
    readonly isSessionOver = false,
    /** What the server said beside the reason. */
    readonly answer: Answer | null = null
  ) {
    super(message)
  }

  get code() {
    return this.answer?.errors?.[0]?.code
  }

  /** Trying the same thing again later may well work. */
  get isTemporary() {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

const REASONS: Record<number, string> = {
  0: 'No connection',
  403: 'You are not allowed to do this',
  404: 'This conversation is not there any more',
  429: 'That was a bit fast',
}

const LOGGED_OUT = 'You have been logged out'
const GIVE_UP_AFTER = 20_000

/** Talks to the inbox's routes the way a script does: JSON in, JSON out, errors as what they say. */
export class Api {
  constructor(private csrf: string) {}

  get<T>(url: string, init: RequestInit = {}): Promise<T> {
    return this.#ask(url, init)
  }

  post<T>(url: string, body: Record<string, unknown> = {}, init: RequestInit = {}): Promise<T> {
    return this.#ask(url, {
      ...init,
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': this.csrf },
    })
  }

  async #ask<T>(url: string, init: RequestInit): Promise<T> {
    const response = await this.#fetch(url, init)
    if (response.status === 204) return undefined as T
    const data = await response.json().catch(() => null)
    if (response.ok && data) return data as T
    throw refusal(response, data)
  }

  async #fetch(url: string, init: RequestInit) {
    const signals = init.signal ? [init.signal] : []
    try {
      return await fetch(url, {
        ...init,
        headers: { Accept: 'application/json', ...init.headers },
        signal: AbortSignal.any([AbortSignal.timeout(GIVE_UP_AFTER), ...signals]),
      })
    } catch {
      throw new RequestFailed(REASONS[0], 0)
    }
  }
}

function refusal({ ok, status }: Response, answer: Answer | null) {
  const told = answer?.errors?.[0]
  // The chat's own refusals carry a code: a 403 without one is about the session's token
  const isSessionOver = status === 401 || (status === 403 && !told?.code)
  if (isSessionOver) return new RequestFailed(LOGGED_OUT, status, true)
  const reason = told?.message ?? REASONS[status] ?? 'Something went wrong on our side'
  return new RequestFailed(reason, ok ? 502 : status, false, answer)
}
