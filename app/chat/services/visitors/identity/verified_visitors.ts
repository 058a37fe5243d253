import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { moveBrowsers } from '#chat/services/notifications/visitors/visitor_browsers'
import { takeVerified } from '#chat/services/visitors/contact_sources'
import type { VerifiedIdentity } from '#chat/services/visitors/identity/identity_claims'
import type { VisitorMerge } from '#chat/services/visitors/identity/visitor_merge'
import type { VisitorSessions } from '#chat/services/visitors/identity/visitor_sessions'
import { hashVisitorToken, mintVisitorToken } from '#chat/services/visitors/visitor_token'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { isDuplicate, lockRow } from '#chat/support/row_lock'

/** A verified visitor, and the token of the browser when it is a new one. */
export interface VerifiedVisitor {
  visitor: Visitor
  token: string | null
}

/**
 * Visitors verified by their website: one per id and widget, on every device (V6). A token issued before the
 * verification never reaches a verified visitor's conversations.
 */
export class VerifiedVisitors {
  constructor(
    protected db: QueryClientContract,
    protected emitter: EmitterLike<EventsList>,
    protected sessions: VisitorSessions,
    protected merge: VisitorMerge
  ) {}

  /**
   * Signs a browser in as the visitor with this identity. If no visitor has its id yet, the browser's present visitor
   * becomes the verified one, else that one gets what the present one has written; a browser without a visitor gets a new
   * one from `register`.
   */
  async open(
    widget: Widget,
    identity: VerifiedIdentity,
    present: Visitor | null,
    register: () => Promise<Visitor>
  ): Promise<VerifiedVisitor> {
    const until = DateTime.fromJSDate(identity.until, { zone: 'utc' })
    const visitor = await this.visitorOf(widget, identity, present, register)
    if (present?.session && present.id === visitor.id) {
      visitor.session = await present.session.merge({ verifiedUntil: until }).save()
      return { visitor, token: null }
    }
    const wasUnclaimed = present !== null && isUnclaimed(present)
    if (wasUnclaimed) await this.merge.merge(present, visitor)
    // Another visitor uses the browser now
    await present?.session?.delete()
    const token = await this.sessions.create(visitor, until)
    if (wasUnclaimed) await moveBrowsers(present, visitor)
    return { visitor, token }
  }

  /** The visitor with this identity: one who has it, else the present one, else one that `register` makes. */
  async visitorOf(
    widget: Widget,
    identity: VerifiedIdentity,
    present: Visitor | null,
    register: () => Promise<Visitor>,
    isSecondTry = false
  ): Promise<Visitor> {
    const known = await this.#find(widget, identity)
    const own = known ?? (present && isUnclaimed(present) ? present : await register())
    try {
      return await this.#verify(own, identity)
    } catch (error) {
      // Another browser of theirs came first
      if (!isDuplicate(error) || isSecondTry) throw error
      return this.visitorOf(widget, identity, present, register, true)
    }
  }

  #find(widget: Widget, { id }: VerifiedIdentity): Promise<Visitor | null> {
    return Visitor.query().where({ widget_id: widget.id, verified_id: id }).first()
  }

  async #verify({ id }: Visitor, identity: VerifiedIdentity): Promise<Visitor> {
    const { visitor, isChanged } = await this.db.transaction((trx) => this.#save(id, identity, trx))
    if (isChanged) emitAfterCommit(this.emitter, 'chat.visitor.updated', { visitor })
    return visitor
  }

  async #save(id: number, identity: VerifiedIdentity, trx: TransactionClientContract) {
    const visitor = await lockRow(Visitor, id, trx)
    const now = DateTime.utc()
    if (visitor.verifiedId === null) {
      const tokenHash = hashVisitorToken(mintVisitorToken())
      visitor.merge({ verifiedId: identity.id, tokenHash })
    }
    takeVerified(visitor, identity.details)
    const isChanged = visitor.$isDirty
    visitor.merge({ verifiedAt: now, ...(isChanged && { updatedAt: now }) })
    await visitor.save()
    return { visitor, isChanged }
  }
}

/** Whether a browser's visitor is not yet known to their website, nor there by a link. */
const isUnclaimed = ({ verifiedId, link }: Visitor) => verifiedId === null && !link
