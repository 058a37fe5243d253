import { randomUUID } from 'node:crypto'
import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Notification from '#chat/models/notification'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { Notice, NoticeAudience } from '#chat/services/notifications/notice_audience'
import type { Channel } from '#chat/services/notifications/notice_kinds'

/** Within this time after an alert, further messages of the same conversation are counted silently. */
const SILENT_FOR = { seconds: 60 }

/** The names of the kinds that bring a notification to where its agent is. */
export const ALERT_KINDS = { push: 'web-push', host: 'host-push', mail: 'notice-mail' } as const

interface Parts {
  dueActions: DueActions
  mailAfterMinutes: number
}

/** Writes notifications, and schedules what brings them to their agents, in one transaction. */
export class NoticeRows {
  constructor(protected parts: Parts) {}

  /**
   * Raises notices: each is a row of its own, or counted in the row that its agent has not read yet. Returns the agents whose
   * bell lists something else since.
   */
  async raise(
    notices: Notice[],
    audience: NoticeAudience,
    now: DateTime,
    trx: TransactionClientContract
  ): Promise<Set<number>> {
    const changed = new Set<number>()
    const keys = notices.map(openKeyOf)
    const known = await Notification.query({ client: trx }).whereIn('open_key', keys)
    const open = new Map(known.map((row) => [row.openKey, row]))
    for (const notice of notices) {
      const channels = audience.channelsFor(notice)
      if (channels.length === 0) continue
      const row = open.get(openKeyOf(notice)) ?? newRow(notice)
      const alert = alertOf(row, notice, now)
      const isListed = channels.includes('crm')
      if (isListed !== Boolean(row.isListed)) changed.add(notice.agentId)
      row.merge({
        count: countOf(notice),
        byAgentId: notice.byAgentId,
        messageId: notice.messageId,
        isListed,
        occurredAt: now,
        ...(alert !== 'none' && { alertedAt: now, alertedSeq: notice.seq }),
        ...(alert === 'first' && { mailedAt: null }),
      })
      await row.useTransaction(trx).save()
      if (alert === 'none') continue
      const browsers = audience.browsersOf(notice.agentId)
      await this.#schedule(row, { channels, browsers, isFirst: alert === 'first' }, now, trx)
    }
    return changed
  }

  /** A push that still waits is replaced: it says what is newest when it goes. */
  async #schedule(
    { id, tenantId }: Notification,
    to: { channels: Channel[]; browsers: number[]; isFirst: boolean },
    now: DateTime,
    trx: TransactionClientContract
  ) {
    const { dueActions, mailAfterMinutes } = this.parts
    const add = (kind: string, subject: number | string, dueAt = now) =>
      dueActions.scheduleTask({ tenantId, kind, subject, dueAt }, trx)
    if (to.channels.includes('push')) {
      for (const browser of to.browsers) await add(ALERT_KINDS.push, `${id}-${browser}`)
    }
    if (to.channels.includes('host')) await add(ALERT_KINDS.host, id)
    if (to.channels.includes('mail') && to.isFirst) {
      await add(ALERT_KINDS.mail, id, now.plus({ minutes: mailAfterMinutes }))
    }
  }
}

const openKeyOf = ({ kind, agentId, conversation }: Notice) =>
  `${kind}/${agentId}/${conversation.id}`

const countOf = ({ kind, conversation }: Notice) =>
  kind === 'message' ? Math.max(1, conversation.agentUnreadCount) : 1

function newRow(notice: Notice) {
  const { kind, agentId, conversation } = notice
  return new Notification().fill({
    externalId: randomUUID(),
    tenantId: conversation.tenantId,
    agentId,
    conversationId: conversation.id,
    kind,
    openKey: openKeyOf(notice),
    alertedSeq: 0,
    alertedAt: null,
    mailedAt: null,
    readAt: null,
  })
}

/**
 * Whether the agent is alerted: `first` when they know nothing of it yet, or have read what they were alerted to;
 * `again` when the last alert was some time ago.
 */
function alertOf(
  { alertedAt, alertedSeq }: Notification,
  { kind, conversation, seq }: Notice,
  now: DateTime
) {
  if (!alertedAt) return 'first'
  if (alertedSeq >= seq) return 'none'
  if (conversation.agentReadSeq >= alertedSeq) return 'first'
  return kind === 'message' && alertedAt > now.minus(SILENT_FOR) ? 'none' : 'again'
}
