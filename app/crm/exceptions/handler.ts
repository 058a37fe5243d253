import app from '@adonisjs/core/services/app'
import { Exception } from '@adonisjs/core/exceptions'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import type { HttpError, StatusPageRange, StatusPageRenderer } from '@adonisjs/core/types/http'
import { setErrorHeaders } from '#crm/exceptions/error_headers'
import { renderErrorPage } from '#crm/exceptions/error_page'
import { isDatabaseBusy } from '#crm/exceptions/busy'
import { flashableInput } from '#crm/exceptions/flashable_input'
import { wantsJson } from '#crm/support/wants_json'

const UNKNOWN = 'Something went wrong on our side'

/** The framework's own errors, which would answer a program with a redirect or plain text. */
const REDIRECTING = new Set([
  'E_UNAUTHORIZED_ACCESS',
  'E_INVALID_CREDENTIALS',
  'E_BAD_CSRF_TOKEN',
  'E_TOO_MANY_REQUESTS',
])

/**
 * Turns every error into an answer: a page in the CRM's look for people, `{errors: [{message, code}]}` for
 * programs. What went wrong inside goes to the log only.
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = app.inDev
  protected renderStatusPages = true
  protected ignoreStatuses = [400, 401, 403, 404, 413, 415, 422, 429]

  /** In development an unexpected error shows its stack instead of a page. */
  protected statusPages: Record<StatusPageRange, StatusPageRenderer> = {
    '400..499': renderErrorPage,
    [app.inDev ? '501..599' : '500..599']: renderErrorPage,
  }

  async handle(thrown: unknown, ctx: HttpContext) {
    const error = this.#known(thrown, ctx)
    await setErrorHeaders(ctx)
    if (!wantsJson(ctx)) return super.handle(error, ctx)

    if (error.code === 'E_VALIDATION_ERROR') return this.renderValidationErrorAsJSON(error, ctx)
    const answersItself = typeof error.handle === 'function' && !REDIRECTING.has(error.code ?? '')
    return answersItself ? super.handle(error, ctx) : this.renderErrorAsJSON(error, ctx)
  }

  async renderErrorAsJSON(error: HttpError, { response }: HttpContext) {
    const message = error.status >= 500 && !(error instanceof Exception) ? UNKNOWN : error.message
    this.#copyHeaders(error as WithHeaders, response)
    const { code } = error
    const isKnown = error instanceof Exception && code?.startsWith('E_')
    response.status(error.status).send({ errors: [{ message, ...(isKnown && { code }) }] })
  }

  async renderValidationErrorAsJSON(error: HttpError, { response }: HttpContext) {
    const errors = error.messages.map(({ field, rule, message }: Record<string, string>) => {
      return { field, rule, message }
    })
    response.status(422).send({ errors })
  }

  async renderValidationErrorAsHTML(error: HttpError, ctx: HttpContext) {
    if (!('session' in ctx)) return super.renderValidationErrorAsHTML(error, ctx)
    ctx.session.flashValidationErrors(error, false)
    ctx.session.flash(flashableInput(ctx.request.all()))
    ctx.response.redirect().back()
  }

  /** Errors of a busy database become one that says when to come back. */
  #known(thrown: unknown, { response }: HttpContext): HttpError {
    const error = this.toHttpError(thrown)
    if (!isDatabaseBusy(error)) return error
    response.header('Retry-After', '1')
    return this.toHttpError(
      new Exception('Busy right now, please try again', {
        status: 503,
        code: 'E_BUSY',
        cause: error,
      })
    )
  }

  /** Of an error that says when to come back, say. */
  #copyHeaders(error: WithHeaders, response: HttpContext['response']) {
    const headers = error.headers ?? error.getDefaultHeaders?.() ?? {}
    for (const [name, value] of Object.entries(headers)) response.header(name, String(value))
  }
}

interface WithHeaders {
  headers?: Record<string, unknown>
  getDefaultHeaders?: () => Record<string, unknown>
}
