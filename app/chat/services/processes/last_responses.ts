import type { Server as HttpServer, ServerResponse } from 'node:http'
import type { Server as HttpsServer } from 'node:https'

/** Milliseconds between two looks for connections that have become idle, and until all others are cut off. */
const LOOKS_EVERY_MS = 50
const PATIENCE_MS = 3000

/**
 * From now on each answer closes its connection, and idle ones close immediately. Otherwise a proxy or a browser that
 * uses its connection again and again would keep a process that ends at work for as long as it likes.
 */
export function giveLastResponses(server: HttpServer | HttpsServer | undefined) {
  const close = (_: unknown, response: ServerResponse) => response.setHeader('Connection', 'close')
  server?.prependListener('request', close)
  server?.closeIdleConnections()
}

/**
 * Closes each connection with the answer to its last request, and after three seconds those without one. A server that
 * closes would wait for them as long as the other side likes: a browser opens some in advance and asks for nothing, a
 * request may never come to its end, and one that was under way before has announced no close.
 */
export function endConnections(server: HttpServer | HttpsServer | undefined) {
  if (!server) return
  const looks = setInterval(() => server.closeIdleConnections(), LOOKS_EVERY_MS).unref()
  const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
  server.once('close', () => {
    clearInterval(looks)
    clearTimeout(late)
  })
}
