import type { Session } from '@adonisjs/session'
import type User from '#crm/models/user'

const ISSUED_AT = 'issued_at'
const SEEN_AT = 'seen_at'

/** A session is written for a newer sign of life only so often. */
const SEEN_EVERY_MS = 60_000

/** For how long a session lasts, in milliseconds: without a request, and at the most. */
export interface SessionAges {
  idleMs: number
  maxMs: number
}

/**
 * What a session says of itself, in milliseconds of the epoch. It travels in the browser's cookie, of
 * which a copy never stops being readable: whether it still holds is the server's to say.
 */
export class SessionClaim {
  private constructor(
    readonly issuedAt: number,
    readonly seenAt: number
  ) {}

  /** A new session's; a log-in within the millisecond of a log-out, or on a slower clock, counts as after it. */
  static issue(user: User): SessionClaim {
    const now = Date.now()
    return new SessionClaim(Math.max(now, user.sessionsValidAfter), now)
  }

  /** What a session says; null of one that says nothing. */
  static read(session: Session): SessionClaim | null {
    const [issuedAt, seenAt] = [session.get(ISSUED_AT), session.get(SEEN_AT)]
    return Number.isFinite(issuedAt) && Number.isFinite(seenAt)
      ? new SessionClaim(issuedAt, seenAt)
      : null
  }

  static forget(session: Session) {
    session.forget(ISSUED_AT)
    session.forget(SEEN_AT)
  }

  /** Whether the user, as the database has them, still has the session. */
  holds({ sessionsValidAfter }: User, { idleMs, maxMs }: SessionAges): boolean {
    const now = Date.now()
    const isFresh = now < this.seenAt + idleMs && now < this.issuedAt + maxMs
    return isFresh && this.issuedAt >= sessionsValidAfter
  }

  get fields() {
    return { [ISSUED_AT]: this.issuedAt, [SEEN_AT]: this.seenAt }
  }

  write(session: Session) {
    session.put(ISSUED_AT, this.issuedAt)
    session.put(SEEN_AT, this.seenAt)
  }

  /** A request of the session was seen. */
  renew(session: Session) {
    const now = Date.now()
    if (now - this.seenAt >= SEEN_EVERY_MS) session.put(SEEN_AT, now)
  }
}
