import { format } from 'node:util'
import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'

/** In how many seconds a program may try again what was refused for now. */
const RETRY_AFTER: Record<number, string> = { 429: '30', 503: '2' }

/**
 * An expected failure of the chat. A program gets `{errors: [{message, code}]}`, a person in the CRM
 * a page in the host's layout, and nobody a stack trace.
 */
export class ChatError extends Exception {
  async handle(error: ChatError, ctx: HttpContext) {
    ctx.response.status(error.status)
    const retryAfter = RETRY_AFTER[error.status]
    if (retryAfter) ctx.response.header('Retry-After', retryAfter)
    const isPage = ctx.chatDesk && ctx.request.accepts(['html', 'json']) === 'html'
    if (isPage) return ctx.response.send(await ctx.view.render('chat::error', { error }))
    return ctx.response.send({ errors: [{ message: error.message, code: error.code }] })
  }
}

/** Makes the class of one failure. `%s` in the message is filled from the constructor's list. */
export function chatError(text: string, errorCode: string, httpStatus: number) {
  return class extends ChatError {
    static status = httpStatus
    static code = errorCode

    constructor(values: string[] = []) {
      super(format(text, ...values), { status: httpStatus, code: errorCode })
    }
  }
}
