import type { HttpContext } from '@adonisjs/core/http'

/**
 * Undoes what a host has made of `Accept`: hosts for programs answer every request with JSON, but pages of the chat
 * are for browsers.
 */
export function acceptAsSent({ request: { request } }: HttpContext) {
  const { rawHeaders } = request
  const at = rawHeaders.findIndex((name, index) => index % 2 === 0 && /^accept$/i.test(name))
  if (at === -1) delete request.headers.accept
  else request.headers.accept = rawHeaders[at + 1]
}
