import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import Block from '#chat/models/block'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import { recordOf, type AuditAction, type AuditLog } from '#chat/services/audit/audit_log'
import type { ConversationLifecycle } from '#chat/services/conversations/conversation_lifecycle'
import type { DirectLinks } from '#chat/services/mail/direct_links'
import { newestFirst, type PageRequest } from '#chat/services/inbox/newest_first'
import { settingsVersion } from '#chat/services/settings/settings_version'
import type { Sight } from '#chat/services/visibility/sight'
import { whereVisitorInSight } from '#chat/services/visibility/visitors_in_sight'
import { BlockedAddresses } from '#chat/services/visitors/blocked_addresses'
import { ChatClosed, IllegalMove } from '#chat/exceptions/chat_errors'
import { addressKey } from '#chat/support/address_key'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { lockRow } from '#chat/support/row_lock'

/** The longest time that an address is blocked: others may share it. */
export const MAX_ADDRESS_HOURS = 24 * 30

interface Parts {
  db: QueryClientContract
  emitter: EmitterLike<EventsList>
  audit: AuditLog
  links: DirectLinks
  lifecycle: Pick<ConversationLifecycle, 'close'>
}

/**
 * Blocked visitors (V8): a block closes the visitor's open conversation and ends the chat until they are unblocked. The
 * visitor learns only that the chat has ended, and gets no emails. Their address can be blocked as well, for a time: no new
 * chat can start from it, and running ones continue.
 */
export class Blocks {
  #addresses = new BlockedAddresses()

  constructor(protected parts: Parts) {}

  /** Blocks a visitor, and their address for so many hours; blocked again, the hours of the last time count. */
  async block(visitor: Visitor, by: Agent, addressHours = 0): Promise<Visitor> {
    const { db, emitter, links } = this.parts
    const now = DateTime.utc()
    const blocked = await db.transaction(async (trx) => {
      const locked = await lockRow(Visitor, visitor.id, trx)
      await Block.query({ client: trx }).where('visitor_id', locked.id).delete()
      const hasAddress = addressHours > 0 && locked.ipAddress !== null
      await Block.create(
        {
          externalId: randomUUID(),
          tenantId: locked.tenantId,
          visitorId: locked.id,
          agentName: by.name,
          addressKey: hasAddress ? addressKey(locked.ipAddress!) : null,
          addressUntil: hasAddress ? now.plus({ hours: addressHours }) : null,
          createdAt: now,
        },
        { client: trx }
      )
      locked.blockedAt ??= now
      await locked.merge({ updatedAt: now }).save()
      await this.#record('visitor.blocked', locked, by, trx)
      await settingsVersion.advance(trx)
      return locked
    })
    await links.endFor(blocked)
    await this.#closeOpen(blocked, by)
    emitAfterCommit(emitter, 'chat.visitor.forgotten', { visitor: blocked })
    emitAfterCommit(emitter, 'chat.visitor.updated', { visitor: blocked })
    return blocked
  }

  /** Lets a visitor, and their address, write again; their next visit shows the chat as it was. */
  async unblock(visitor: Visitor, by: Agent): Promise<Visitor> {
    const { db, emitter } = this.parts
    const admitted = await db.transaction(async (trx) => {
      const locked = await lockRow(Visitor, visitor.id, trx)
      await Block.query({ client: trx }).where('visitor_id', locked.id).delete()
      if (locked.blockedAt) {
        await locked.merge({ blockedAt: null, updatedAt: DateTime.utc() }).save()
        await this.#record('visitor.unblocked', locked, by, trx)
      }
      await settingsVersion.advance(trx)
      return locked
    })
    emitAfterCommit(emitter, 'chat.visitor.updated', { visitor: admitted })
    return admitted
  }

  /** A page of a tenant's blocked visitors, or of those in sight, the last one first. */
  page(tenantId: string, request: PageRequest, sight: Sight | null = null) {
    const query = Block.query().where('tenant_id', tenantId).preload('visitor')
    const visitors = Visitor.query().where('tenant_id', tenantId).select('id')
    if (sight) query.whereIn('visitor_id', whereVisitorInSight(visitors, sight))
    return newestFirst(query, request, ({ createdAt }) => createdAt)
  }

  /** @throws ChatClosed when the visitor is blocked */
  assertAdmitted({ blockedAt }: Visitor): void {
    if (blockedAt) throw new ChatClosed()
  }

  /** Whether no chat may begin from this address now; another process's block counts within a second. */
  isAddressBlocked(tenantId: string, ip: string): Promise<boolean> {
    return this.#addresses.has(tenantId, ip)
  }

  async #closeOpen({ id }: Visitor, by: Agent) {
    const open = await Conversation.query().where('open_key', id).first()
    if (!open) return
    await this.parts.lifecycle.close(open, by).catch((error: unknown) => {
      if (!(error instanceof IllegalMove)) throw error
    })
  }

  #record(action: AuditAction, visitor: Visitor, by: Agent, trx: TransactionClientContract) {
    const record = recordOf(visitor, visitor.anonymousName, action, by.userId)
    return this.parts.audit.record(record, trx)
  }
}
