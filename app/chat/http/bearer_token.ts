import type { HttpContext } from '@adonisjs/core/http'

/** Whether a request brings a bearer token, which no browser sends by itself. */
export const isByToken = (request: HttpContext['request']) =>
  /^bearer\s/i.test(request.header('authorization') ?? '')
