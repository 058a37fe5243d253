import { DateTime } from 'luxon'
import type { Logger } from '@adonisjs/core/logger'
import type DueAction from '#chat/models/due_action'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'

const SWEEP_EVERY_MS = 1000
const TAKEN_AT_ONCE = 50
/** Actions of a tenant whose module is off are postponed by this. */
const OFF_FOR = { minutes: 1 }
/** How long running actions may continue when the server closes. */
const LAST_MOMENTS_MS = 5000

interface Parts {
  later: DueActions
  kinds: DueKind[]
  isModuleEnabled(tenantId: string): Promise<boolean>
  logger: Logger
}

/**
 * Runs due actions: a sweep every second finds rows whose time has come, including those left by other processes or a
 * crash. Several workers may run; the database decides who runs what (`DueActions`).
 */
export class DueActionWorker {
  #timer?: NodeJS.Timeout
  #sweeping?: Promise<void>
  #isStopped = true
  #kinds: Map<string, DueKind>

  constructor(
    protected parts: Parts,
    /** Tests override it with a later time. */
    protected clock = () => DateTime.utc()
  ) {
    this.#kinds = new Map(parts.kinds.map((kind) => [kind.name, kind]))
  }

  start() {
    this.#isStopped = false
    clearInterval(this.#timer)
    this.#timer = setInterval(() => this.#sweep(), SWEEP_EVERY_MS)
    this.#timer.unref()
  }

  /** Starts nothing more; resolves when the running action has ended, or the time limit has passed. */
  async stop() {
    this.#isStopped = true
    clearInterval(this.#timer)
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, LAST_MOMENTS_MS)))
    await Promise.race([this.#sweeping, patience])
    clearTimeout(timer)
  }

  /** Runs every due action, one after the other; a failing one does not stop the rest. */
  async round(isStopped = () => false): Promise<void> {
    const { later } = this.parts
    for (;;) {
      for (const kind of this.#kinds.values()) await kind.gather?.(this.clock(), TAKEN_AT_ONCE)
      const now = this.clock()
      const due = await later.due(now, [...this.#kinds.keys()], TAKEN_AT_ONCE)
      for (const action of due) {
        if (isStopped()) return
        if (await later.claim(action, now)) await this.#run(action, now)
      }
      if (due.length < TAKEN_AT_ONCE) return
    }
  }

  #sweep() {
    if (this.#sweeping || this.#isStopped) return
    this.#sweeping = this.round(() => this.#isStopped)
      .catch((error: unknown) => this.parts.logger.warn({ err: error }, 'due actions were not run'))
      .finally(() => (this.#sweeping = undefined))
  }

  async #run(action: DueAction, now: DateTime) {
    const { later, logger, isModuleEnabled } = this.parts
    try {
      if (!(await isModuleEnabled(action.tenantId)))
        return await later.putOff(action, now.plus(OFF_FOR))
      await this.#kinds.get(action.kind)!.run(action, now)
      await later.end(action)
    } catch (error) {
      logger.warn({ err: error, key: action.key, attempts: action.attempts }, 'a due action failed')
      await later.fail(action, now, error)
    }
  }
}
