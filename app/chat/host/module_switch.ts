import { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'
import TeamSettings from '#chat/models/team_settings'
import { settingsVersion, type ReadMark } from '#chat/services/settings/settings_version'
import { DatabaseNotMigrated } from '#chat/exceptions/setup_errors'
import type { CrmHost } from '#chat/contracts/crm_host'

type Listener = Parameters<CrmHost['onModuleToggled']>[0]

interface Known {
  isEnabled: boolean
  readAt: ReadMark
}

/** The module's own switch, for hosts without a page of modules: on, until an admin switches it off. */
export class ModuleSwitch {
  #known = new Map<string, Known>()
  #listeners = new Set<Listener>()

  onToggled(listener: Listener) {
    this.#listeners.add(listener)
  }

  /** @throws DatabaseNotMigrated before `node ace migration:run` */
  async isEnabled(tenantId: string): Promise<boolean> {
    const known = this.#known.get(tenantId)
    if (known && settingsVersion.holds(known.readAt)) return known.isEnabled
    const readAt = settingsVersion.mark()
    const row = await rowOf(tenantId).catch((error) => {
      throw new DatabaseNotMigrated(error)
    })
    // Switched here meanwhile: what was read may predate it
    const learnt = this.#known.get(tenantId)
    if (learnt && learnt !== known) return learnt.isEnabled
    return this.#learn(tenantId, { isEnabled: row?.isEnabled ?? true, readAt })
  }

  /** Settles when all listeners have finished. */
  async set(tenantId: string, isEnabled: boolean, userId: string | null) {
    const now = DateTime.utc()
    const row = (await rowOf(tenantId)) ?? newRow(tenantId, now)
    await TeamSettings.transaction(async (trx) => {
      await row.merge({ isEnabled, updatedAt: now }).useTransaction(trx).save()
      await settingsVersion.advance(trx)
    })
    await this.#learn(tenantId, { isEnabled, readAt: settingsVersion.mark() }, { userId })
  }

  async #learn(tenantId: string, known: Known, by?: { userId: string | null }) {
    const { isEnabled } = known
    const before = this.#known.get(tenantId)?.isEnabled
    this.#known.set(tenantId, known)
    const isToggled = before === undefined ? by !== undefined : before !== isEnabled
    const calls = isToggled ? [...this.#listeners] : []
    await Promise.all(calls.map((listener) => listener(tenantId, isEnabled, by)))
    return isEnabled
  }
}

const rowOf = (tenantId: string) => TeamSettings.query().where('tenant_id', tenantId).first()

const newRow = (tenantId: string, createdAt: DateTime) =>
  new TeamSettings().fill({
    externalId: randomUUID(),
    tenantId,
    awaitingVisitorCounts: true,
    createdAt,
  })
