import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import Agent from '#chat/models/agent'
import Block from '#chat/models/block'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import { toSqlUtc } from '#chat/models/columns'
import Erasure from '#chat/models/erasure'
import Visitor from '#chat/models/visitor'
import VisitorSession from '#chat/models/visitor_session'
import type { KeptFiles } from '#chat/services/attachments/kept_files'
import { recordOf, type AuditLog } from '#chat/services/audit/audit_log'
import type { ConversationRemoval } from '#chat/services/conversations/conversation_removal'
import { conversationsOf, EMPTY_CONVERSATION } from '#chat/services/conversations/conversations_of'
import { forgetPlanned } from '#chat/services/conversations/planned_replies'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import { turn, type DueKind, type Progress } from '#chat/services/due_actions/due_kind'
import type { DirectLinks } from '#chat/services/mail/direct_links'
import type { MailStops } from '#chat/services/mail/mail_stops'
import { forgetBrowsers } from '#chat/services/notifications/visitors/visitor_browsers'
import { settingsVersion } from '#chat/services/settings/settings_version'
import { hashVisitorToken, mintVisitorToken } from '#chat/services/visitors/visitor_token'
import {
  eraseBytes,
  eraseSlice,
  leftToErase,
  type Erased,
} from '#chat/services/visitors/erasure/erasure_slices'
import { betweenSlices } from '#chat/support/delete_some'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { lockRow } from '#chat/support/row_lock'

interface Parts {
  db: QueryClientContract
  emitter: EmitterLike<EventsList>
  audit: AuditLog
  dueActions: DueActions
  removal: ConversationRemoval
  links: DirectLinks
  stops: MailStops
  files: KeptFiles
}

/**
 * Erases visitors (V9): first who they are, then, in slices, all that they and the team have written, with
 * conversations, files, pages, webhook deliveries, emails and links. A certificate of counts stays. A restart goes on where
 * the last one stopped.
 */
export class VisitorErasure implements DueKind {
  readonly name = 'erase-visitor'
  readonly atATime = 1

  constructor(protected parts: Parts) {}

  /** Begins to erase a visitor; asked for again, it returns the erasure that is under way. */
  async begin(visitor: Visitor, by: Agent): Promise<Erasure> {
    const { db, audit, dueActions, emitter } = this.parts
    const erasure = await db.transaction(async (trx) => {
      const locked = await lockRow(Visitor, visitor.id, trx)
      const known = await Erasure.query({ client: trx }).where('visitor_id', locked.id).first()
      if (known?.cancelledAt) return this.#resume(known, trx)
      if (known) return known
      const { tenantId, externalId, email, anonymousName } = locked
      const createdAt = DateTime.utc()
      const begun = await Erasure.create(
        {
          ...{ externalId: randomUUID(), tenantId, visitorId: locked.id, visitorUuid: externalId },
          ...{ agentId: by.id, userId: by.userId, createdAt, finishedAt: null, cancelledAt: null },
          ...{ conversations: 0, messages: 0, files: 0, pageViews: 0, deliveries: 0 },
        },
        { client: trx }
      )
      const conversations = Conversation.query({ client: trx }).where('visitor_id', locked.id)
      const all = await conversations.clone().select('id')
      await forgetPlanned(
        all.map(({ id }) => id),
        trx
      )
      // Their end is still reported to webhooks
      await conversations.update(EMPTY_CONVERSATION)
      await locked
        .merge({
          ...UNKNOWN_VISITOR,
          tokenHash: hashVisitorToken(mintVisitorToken()),
          updatedAt: createdAt,
        })
        .save()
      await VisitorSession.query({ client: trx }).where('visitor_id', locked.id).delete()
      await forgetBrowsers(locked.id, trx)
      await Block.query({ client: trx })
        .where('visitor_id', locked.id)
        .update({ address_key: null, address_until: null })
      if (email) await this.parts.stops.forget(tenantId, email, trx)
      await dueActions.scheduleTask({ tenantId, kind: this.name, subject: locked.id }, trx)
      await audit.record(recordOf(locked, anonymousName, 'visitor.erased', by.userId), trx)
      // The visitor's address may be blocked no longer
      await settingsVersion.advance(trx)
      return begun
    })
    await this.parts.links.endFor(visitor)
    emitAfterCommit(emitter, 'chat.visitor.forgotten', { visitor })
    return erasure
  }

  /** The erasures of a tenant, newest first. */
  list(tenantId: string, limit = 100): Promise<Erasure[]> {
    return Erasure.query().where('tenant_id', tenantId).orderBy('id', 'desc').limit(limit)
  }

  /** Deletes for a while; what is left has its turn when the others have had theirs. */
  async run({ tenantId, payload }: DueAction, _now: DateTime, signal: AbortSignal): Promise<void> {
    const erasure = await Erasure.findBy('visitor_id', payload.subject)
    if (!erasure || erasure.finishedAt) return
    const isOurTurn = turn(signal)
    while (isOurTurn()) {
      await erasure.refresh()
      if (erasure.cancelledAt) return
      if (!(await this.#eraseSome(erasure))) return this.#finish(erasure)
      await betweenSlices()
    }
    const { db, dueActions } = this.parts
    const task = { tenantId, kind: this.name, subject: erasure.visitorId }
    await db.transaction((trx) => dueActions.scheduleTask(task, trx))
  }

  async progress({ payload }: DueAction): Promise<Progress | null> {
    const erasure = await Erasure.findBy('visitor_id', payload.subject)
    if (!erasure || erasure.finishedAt) return null
    const { conversations, messages, files, pageViews, deliveries, visitorId } = erasure
    const done = conversations + messages + files + pageViews + deliveries
    return {
      subject: erasure.visitorUuid,
      done,
      total: done + (await leftToErase(visitorId)),
    }
  }

  /** Asked for again, the erasure goes on. */
  async cancel({ payload }: DueAction): Promise<void> {
    await Erasure.query()
      .where('visitor_id', Number(payload.subject))
      .whereNull('finished_at')
      .update({ cancelled_at: toSqlUtc(DateTime.utc()) })
  }

  async #resume(erasure: Erasure, trx: TransactionClientContract) {
    const { tenantId, visitorId: subject } = erasure
    await this.parts.dueActions.scheduleTask({ tenantId, kind: this.name, subject }, trx)
    return erasure.useTransaction(trx).merge({ cancelledAt: null }).save()
  }

  /** Deletes a slice and counts it, both or neither; returns whether there was one. */
  async #eraseSome({ id, visitorId }: Erasure): Promise<boolean> {
    const files = await eraseBytes(visitorId, this.parts.files)
    return this.parts.db.transaction(async (trx) => {
      const locked = await lockRow(Erasure, id, trx)
      const erased = await eraseSlice(visitorId, files, trx)
      if (erased) await count(locked, erased)
      return erased !== null
    })
  }

  async #finish(erasure: Erasure) {
    const { removal, db } = this.parts
    const by = await Agent.findOrFail(erasure.agentId)
    for (;;) {
      const conversation = await conversationsOf(erasure.visitorId).first()
      if (!conversation) break
      await removal.remove(conversation, by, async (trx) => {
        await count(await lockRow(Erasure, erasure.id, trx), { conversations: 1 })
      })
    }
    await db.transaction(async (trx) => {
      await Block.query({ client: trx }).where('visitor_id', erasure.visitorId).delete()
      await Visitor.query({ client: trx }).where('id', erasure.visitorId).delete()
      await erasure.useTransaction(trx).merge({ finishedAt: DateTime.utc() }).save()
    })
  }
}

type Counted = keyof Erased | 'conversations'

function count(erasure: Erasure, erased: Partial<Record<Counted, number>>) {
  for (const [name, more] of Object.entries(erased)) erasure[name as Counted] += more
  return erasure.save()
}

/** A visitor without details. */
const UNKNOWN_VISITOR = {
  name: null,
  email: null,
  phone: null,
  contactSources: null,
  noticed: null,
  verifiedId: null,
  verifiedAt: null,
  verifiedDetails: null,
  ipAddress: null,
  userAgent: null,
  countryCode: null,
  referrer: null,
  currentPage: null,
  currentPageTitle: null,
  personId: null,
}
