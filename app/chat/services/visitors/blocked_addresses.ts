import { DateTime } from 'luxon'
import Block from '#chat/models/block'
import { toSqlUtc } from '#chat/models/columns'
import { addressKey } from '#chat/support/address_key'

/** Milliseconds for which another process's change may go unnoticed here. */
const FRESH_FOR_MS = 2000

/** The blocked addresses of all tenants, kept in memory: few, and each message of a new visitor needs them. */
export class BlockedAddresses {
  #until = new Map<string, DateTime>()
  #readAt = -Infinity
  #generation = 0

  /** Whether an address is blocked now. */
  async has(tenantId: string, ip: string): Promise<boolean> {
    const isStale = performance.now() - this.#readAt > FRESH_FOR_MS
    if (isStale) while (!(await this.#read()));
    const until = this.#until.get(`${tenantId}/${addressKey(ip)}`)
    return until !== undefined && until > DateTime.utc()
  }

  /** A block has changed here. A load in progress may predate the change and is discarded. */
  forget() {
    this.#generation += 1
    this.#readAt = -Infinity
  }

  /** Returns whether what was read holds: a block may have changed meanwhile. */
  async #read(): Promise<boolean> {
    const generation = this.#generation
    const startedAt = performance.now()
    const blocks = await Block.query()
      .where('address_until', '>', toSqlUtc(DateTime.utc()))
      .orderBy('address_until')
    if (generation !== this.#generation) return false
    this.#until = new Map(
      blocks.map((block) => [`${block.tenantId}/${block.addressKey}`, block.addressUntil!])
    )
    this.#readAt = startedAt
    return true
  }
}
