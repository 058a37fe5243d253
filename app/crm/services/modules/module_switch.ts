import db from '@adonisjs/lucid/services/db'
import { settingsVersion, type ReadMark } from 'adonis-crm-chat'
import ModuleState from '#crm/models/module_state'
import { toSqlUtc } from '#crm/models/columns'

type Listener = (
  moduleId: string,
  tenantId: string,
  enabled: boolean,
  /** Who did it; missing where another process did. */
  by?: { userId: string | null }
) => unknown

interface Known {
  enabled: boolean
  readAt: ReadMark
}

/**
 * Knows which module is on for which tenant. Asking costs nothing until a toggle, which holds in its
 * own process immediately, in others within a second.
 */
export class ModuleSwitch {
  #known = new Map<string, Known>()
  #reading = new Map<string, Promise<boolean>>()
  #listeners = new Set<Listener>()

  /** Whether the module is on. */
  async isEnabled(moduleId: string, tenantId: string) {
    const key = keyOf(moduleId, tenantId)
    const known = this.#known.get(key)
    if (known && settingsVersion.holds(known.readAt)) return known.enabled

    const reading = this.#reading.get(key) ?? this.#read(moduleId, tenantId)
    this.#reading.set(key, reading)
    return reading
  }

  /** Switches the module on or off for a tenant; without a user, a program does. Settles when all that listen have done. */
  async toggle(moduleId: string, tenantId: string, enabled: boolean, userId: string | null = null) {
    await this.#store(moduleId, tenantId, enabled)
    const before = this.#learn(moduleId, tenantId, enabled, settingsVersion.mark())
    if (before !== enabled) await this.#announce(moduleId, tenantId, enabled, { userId })
  }

  /** Calls back whenever a module has been switched, here or (within a second of asking) elsewhere. */
  onToggle(listener: Listener) {
    this.#listeners.add(listener)
  }

  /** Forgets what was read, for tests that write to the table themselves. */
  forget() {
    this.#known.clear()
    this.#reading.clear()
  }

  /** Reads nothing: a transaction that read first would fail on SQLite while another process writes. */
  async #store(moduleId: string, tenantId: string, enabled: boolean) {
    const now = toSqlUtc(new Date())
    const state = { enabled, updated_at: now }
    await db.transaction(async (trx) => {
      await trx
        .insertQuery()
        .table(ModuleState.table)
        .insert({ tenant_id: tenantId, module_id: moduleId, created_at: now, ...state })
        .onConflict(['tenant_id', 'module_id'])
        .merge(state)
      await settingsVersion.advance(trx)
    })
  }

  async #read(moduleId: string, tenantId: string) {
    const key = keyOf(moduleId, tenantId)
    const startedFrom = this.#known.get(key)
    const readAt = settingsVersion.mark()
    try {
      const state = await ModuleState.query()
        .where({ tenant_id: tenantId, module_id: moduleId })
        .first()
      const learntMeanwhile = this.#known.get(key)
      if (learntMeanwhile && learntMeanwhile !== startedFrom) return learntMeanwhile.enabled

      const enabled = state?.enabled ?? false
      const before = this.#learn(moduleId, tenantId, enabled, readAt)
      if (before !== undefined && before !== enabled)
        await this.#announce(moduleId, tenantId, enabled)
      return enabled
    } finally {
      this.#reading.delete(key)
    }
  }

  /** Keeps a state and answers with the one known before. */
  #learn(moduleId: string, tenantId: string, enabled: boolean, readAt: ReadMark) {
    const key = keyOf(moduleId, tenantId)
    const before = this.#known.get(key)?.enabled
    this.#known.set(key, { enabled, readAt })
    return before
  }

  async #announce(...toggled: Parameters<Listener>) {
    await Promise.all([...this.#listeners].map((listener) => listener(...toggled)))
  }
}

function keyOf(moduleId: string, tenantId: string) {
  return `${tenantId}\n${moduleId}`
}

/** The one switchboard of this process. */
export const moduleSwitch = new ModuleSwitch()
