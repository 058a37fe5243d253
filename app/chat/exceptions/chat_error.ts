import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { textWith, type TextKey } from '#chat/texts/text'

/** In how many seconds a program may try again what was refused for now. */
const RETRY_AFTER: Record<number, string> = { 429: '30', 503: '2' }

/**
 * An expected failure of the chat. A program gets `{errors: [{message, code}]}`, with `field` and `rule` where
 * it is about one field of what was sent; a person in the CRM gets a page in the host's layout. No response carries a stack trace.
 */
export class ChatError extends Exception {
  /** Headers of the response besides its status. */
  headers: Record<string, string> = {}

  /** Details for programs besides message and code, such as the `field` concerned and the `rule`. */
  details: object = {}

  async handle(error: ChatError, ctx: HttpContext) {
    ctx.response.status(error.status)
    for (const [name, value] of Object.entries(error.headers)) ctx.response.header(name, value)
    const retryAfter = RETRY_AFTER[error.status]
    if (retryAfter) ctx.response.header('Retry-After', retryAfter)
    const isPage = ctx.chatAuth && ctx.request.accepts(['html', 'json']) === 'html'
    if (isPage) return ctx.response.send(await ctx.view.render('chat::error', { error }))
    const { message, code, details } = error
    return ctx.response.send({ errors: [{ message, code, ...details }] })
  }
}

/** What a failure is about, as a validator would name it. */
interface Blamed {
  field: string
  rule: string
}

/**
 * Makes the class of one failure. The constructor's list fills the names of its text, in the order of the English text. `blamed` is the field
 * of the REST API that the failure is about; a function of the list where that depends on it.
 */
export function chatError(
  key: TextKey,
  errorCode: string,
  httpStatus: number,
  blamed?: Blamed | ((values: string[]) => Blamed)
) {
  return class extends ChatError {
    static status = httpStatus
    static code = errorCode

    constructor(values: string[] = []) {
      super(textWith(key, values), { status: httpStatus, code: errorCode })
      this.details = (typeof blamed === 'function' ? blamed(values) : blamed) ?? {}
    }
  }
}
