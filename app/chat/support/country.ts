import type { HttpRequest } from '@adonisjs/core/http'

/**
 * The two-letter country that a trusted proxy adds to a request; null without such a proxy. A request has come
 * through one when the host's `trustProxy` trusts the connection's address and the proxy has added a client address:
 * a client that connects directly is the only address of its request.
 */
export function countryOf(request: HttpRequest, headerName: string | null): string | null {
  if (!headerName || request.ips().length < 2) return null
  const country = request.header(headerName) ?? ''
  return /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : null
}
