import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import DueAction from '#chat/models/due_action'
import { toSqlUtc } from '#chat/models/columns'
import { claimRow, LEASE_SECONDS } from '#chat/services/due_actions/lease'

/** The key and the kind of its row, which belongs to no tenant. */
export const MAILBOX = 'mailbox'

const MAX_ERROR = 500

/** Which process reads the mailbox: the one that has claimed its row, as long as it renews the claim. */
export class MailboxLease {
  #held: DueAction | null = null

  /** Claims the mailbox; false while another process has it, or after a failure. */
  async claim(): Promise<boolean> {
    const row = (await DueAction.find(MAILBOX)) ?? (await this.#begin())
    const isMine = await claimRow(row, this.#own(row), DateTime.utc())
    this.#held = isMine ? row : null
    return isMine
  }

  /** Keeps the claim for another minute; false when it was lost. */
  async renew(): Promise<boolean> {
    return this.#update({ due_at: toSqlUtc(DateTime.utc().plus({ seconds: LEASE_SECONDS })) })
  }

  /** Lets any process claim the mailbox after so many seconds; `error` is why this one has given it up. */
  async release(seconds = 0, error: Error | null = null): Promise<void> {
    const dueAt = toSqlUtc(DateTime.utc().plus({ seconds }))
    await this.#update({ due_at: dueAt, error: error && error.message.slice(0, MAX_ERROR) })
    this.#held = null
  }

  /** Where no mailbox is read, none waits to be. */
  async forget(): Promise<void> {
    await DueAction.query().where('key', MAILBOX).delete()
  }

  async #begin(): Promise<DueAction> {
    const now = toSqlUtc(DateTime.utc())
    await DueAction.query()
      .knexQuery.insert({
        ...{ key: MAILBOX, token: randomUUID(), tenant_id: '', kind: MAILBOX, payload: '{}' },
        ...{ attempts: 0, due_at: now, created_at: now },
      })
      .onConflict('key')
      .ignore()
    return DueAction.findOrFail(MAILBOX)
  }

  async #update(values: Record<string, string | null>): Promise<boolean> {
    if (!this.#held) return false
    const [updated] = await this.#own(this.#held).update(values)
    return Number(updated) > 0
  }

  #own({ key, token, attempts }: DueAction) {
    return DueAction.query().where({ key, token, attempts })
  }
}
