/** The body of an error response. */
export interface Refusal {
  code?: string
  errors?: { field?: string; code?: string; message?: string }[]
  [key: string]: unknown
}

/** A failed request: a status other than 2xx, or 0 for no response. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    /** Milliseconds of the server's `Retry-After`. */
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
