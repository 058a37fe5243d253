import type { Server } from 'node:http'
import { promisify } from 'node:util'

/**
 * Ends a server with all that is still connected. A stream that a failed test has left open, or a connection that a
 * browser has opened in advance, would keep it, and the run with it, for ever.
 */
export async function endServer(server: Server) {
  const ended = promisify(server.close.bind(server))()
  server.closeAllConnections()
  await ended
}
