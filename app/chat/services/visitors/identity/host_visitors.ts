import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { HostUser } from '#chat/contracts/host_records'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { identityOf } from '#chat/services/visitors/identity/identity_claims'
import type { VerifiedVisitors } from '#chat/services/visitors/identity/verified_visitors'
import type { VisitorSessions } from '#chat/services/visitors/identity/visitor_sessions'
import { emitAfterCommit } from '#chat/support/emit_after_commit'

/** Minutes for which a browser stays signed in without asking again. */
const SESSION_MINUTES = 5

const MAX_NAME = 120

/** A signed-in browser. */
export interface HostSession {
  visitor: Visitor
  /** Left out where the token that the browser has stays good. */
  token: string | null
  expiresAt: DateTime
}

/**
 * Users of the host who chat in its own pages (SO): each is one visitor of the support widget, verified by
 * the host's session. A browser is signed in for minutes, and again as long as its user is logged in.
 */
export class HostVisitors {
  constructor(
    protected verified: VerifiedVisitors,
    protected sessions: VisitorSessions,
    protected emitter: EmitterLike<EventsList>
  ) {}

  /** The visitor that a user is, with name and email as the host has them; a new one comes from `register`. */
  visitorOf(widget: Widget, user: HostUser, register: () => Promise<Visitor>): Promise<Visitor> {
    const identity = identityOf({
      sub: user.id,
      name: user.name.slice(0, MAX_NAME),
      email: user.email,
      exp: sessionEnd().toSeconds(),
    })
    return this.verified.visitorOf(widget, identity, null, register)
  }

  /** Signs a browser in, or extends the session that `endKey` names. */
  async signIn(visitor: Visitor, user: HostUser, endKey: string | null): Promise<HostSession> {
    const expiresAt = sessionEnd()
    const extended = endKey && (await this.sessions.extend(visitor, endKey, expiresAt))
    if (extended) {
      visitor.session = extended
      return { visitor, token: null, expiresAt }
    }
    const token = await this.sessions.create(visitor, expiresAt, user.id)
    return { visitor, token, expiresAt }
  }

  /** Signs a user out in all browsers, and ends their streams. */
  async signOut(userId: string): Promise<void> {
    for (const visitor of await this.sessions.endOfHostUser(userId)) {
      emitAfterCommit(this.emitter, 'chat.visitor.forgotten', { visitor })
    }
  }
}

const sessionEnd = () => DateTime.utc().plus({ minutes: SESSION_MINUTES })
