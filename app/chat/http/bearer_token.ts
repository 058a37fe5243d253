import type { HttpContext } from '@adonisjs/core/http'

/** Whether a request brings a bearer token, which browsers never send on their own. */
export const isByToken = (request: HttpContext['request']) =>
  /^bearer\s/i.test(request.header('authorization') ?? '')

/** The bearer token of a request; empty without one. */
export const bearerToken = (request: HttpContext['request']) =>
  /^bearer\s+(.*)$/i.exec(request.header('authorization') ?? '')?.[1].trim() ?? ''
