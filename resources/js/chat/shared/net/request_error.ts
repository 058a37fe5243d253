/** What the server says with a refusal. */
export interface Refusal {
  code?: string
  errors?: { field?: string; code?: string; message?: string }[]
  [key: string]: unknown
}

/** A request that came to nothing: an answer other than 2xx, or status 0 when there was none at all. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    /** How long the server wants to be left alone, in ms. */
    readonly retryAfter = 0,
    readonly body: Refusal = {},
    message = body.errors?.[0]?.message ?? (status ? `HTTP ${status}` : 'No connection')
  ) {
    super(message)
  }

  get code() {
    return this.body.errors?.[0]?.code ?? this.body.code
  }

  /** Whether the same request may succeed later without a change. */
  get isTemporary() {
    const { status } = this
    return !status || [408, 425, 429].includes(status) || status >= 500
  }
}
