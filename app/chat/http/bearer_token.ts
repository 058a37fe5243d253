import { createHash, timingSafeEqual } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'

/** Whether a request brings a bearer token, which browsers never send on their own. */
export const isByToken = (request: HttpContext['request']) =>
  /^bearer\s/i.test(request.header('authorization') ?? '')

/** The bearer token of a request; empty without one. */
export const bearerToken = (request: HttpContext['request']) =>
  /^bearer\s+(.*)$/i.exec(request.header('authorization') ?? '')?.[1].trim() ?? ''

/** Whether a request brings this secret as its bearer token; takes as long for any other. */
export const isBearer = (request: HttpContext['request'], secret: string) =>
  timingSafeEqual(digest(bearerToken(request)), digest(secret))

const digest = (text: string) => createHash('sha256').update(text).digest()
