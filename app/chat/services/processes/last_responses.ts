import type { Server as HttpServer, ServerResponse } from 'node:http'
import type { Server as HttpsServer } from 'node:https'

/**
 * From now on each answer closes its connection, and idle ones close immediately. Otherwise a proxy or a browser that
 * uses its connection again and again would keep a process that ends at work for as long as it likes.
 */
export function giveLastResponses(server: HttpServer | HttpsServer | undefined) {
  const close = (_: unknown, response: ServerResponse) => response.setHeader('Connection', 'close')
  server?.prependListener('request', close)
  server?.closeIdleConnections()
}
