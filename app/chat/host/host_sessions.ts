import app from '@adonisjs/core/services/app'
import { SessionCollection } from '@adonisjs/session'
import type { HttpContext } from '@adonisjs/core/http'

interface Authenticator {
  authenticatedViaGuard?: string
  use(guard: string): { driverName: string; sessionKeyName?: string }
}

/**
 * Whether the session that a request logged in with is still there and still this user's. A session that is kept in
 * the browser's cookie cannot be looked up, and counts as there.
 */
export async function isInSession(ctx: HttpContext, userId: string): Promise<boolean> {
  const { auth, session } = ctx as { auth?: Authenticator; session?: HttpContext['session'] }
  const guard = auth?.authenticatedViaGuard ? auth.use(auth.authenticatedViaGuard) : null
  if (!session || guard?.driverName !== 'session' || !guard.sessionKeyName) return true
  const stored = await read(session.sessionId)
  return stored === undefined || String(stored?.[guard.sessionKeyName]) === userId
}

/** What the store has under an id: null when the session is over, undefined when the store cannot say. */
async function read(id: string) {
  try {
    const sessions = await app.container.make(SessionCollection)
    return await sessions.get(id)
  } catch {
    return undefined
  }
}
