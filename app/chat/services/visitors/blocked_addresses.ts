import { DateTime } from 'luxon'
import Block from '#chat/models/block'
import { toSqlUtc } from '#chat/models/columns'
import { settingsVersion, type ReadMark } from '#chat/services/settings/settings_version'
import { addressKey } from '#chat/support/address_key'

/**
 * The blocked addresses of all tenants, kept in memory while the version of the settings stands: few, and each message of
 * a new visitor needs them.
 */
export class BlockedAddresses {
  #until = new Map<string, DateTime>()
  #readAt?: ReadMark

  /** Whether an address is blocked now. */
  async has(tenantId: string, ip: string): Promise<boolean> {
    if (!this.#readAt || !settingsVersion.holds(this.#readAt)) {
      while (!(await this.#read()));
    }
    const until = this.#until.get(`${tenantId}/${addressKey(ip)}`)
    return until !== undefined && until > DateTime.utc()
  }

  /** Returns whether what was read holds: a block may have changed meanwhile. */
  async #read(): Promise<boolean> {
    const readAt = settingsVersion.mark()
    const blocks = await Block.query()
      .where('address_until', '>', toSqlUtc(DateTime.utc()))
      .orderBy('address_until')
    if (!settingsVersion.stands(readAt)) return false
    this.#until = new Map(
      blocks.map((block) => [`${block.tenantId}/${block.addressKey}`, block.addressUntil!])
    )
    this.#readAt = readAt
    return true
  }
}
