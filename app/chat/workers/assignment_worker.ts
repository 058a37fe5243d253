import type { Logger } from '@adonisjs/core/logger'
import type { ChatService } from '#chat/services/chat_service'

const SWEEP_EVERY_MS = 1000
/** Number of sweeps after which the worker also checks changes without an event: agents who have gone offline. */
const SLOW_EVERY = 5

/**
 * Assigns waiting conversations in this process: immediately after any change that may have released capacity, and in
 * a sweep every second for changes of other processes and interrupted work. Several workers may run: the database
 * decides who gets what (`AssignmentService`).
 *
 * Inactive until it is started: a console process only writes, and the servers' next sweep assigns.
 */
export class AssignmentWorker {
  #running = new Map<string, { again: boolean }>()
  #timer?: NodeJS.Timeout
  #isSweeping = false
  #isStopped = true
  #sweeps = 0
  #work = new Set<Promise<void>>()

  constructor(
    protected chat: ChatService,
    protected logger: Logger
  ) {}

  start() {
    this.#isStopped = false
    this.chat.routing.queueNotices.start()
    clearInterval(this.#timer)
    this.#timer = setInterval(() => void this.#sweep(), SWEEP_EVERY_MS)
    this.#timer.unref()
  }

  /** Resolves when the worker no longer uses the database: a later query would open its connections again. */
  async stop() {
    this.#isStopped = true
    clearInterval(this.#timer)
    await Promise.allSettled([...this.#work, this.chat.routing.queueNotices.stop()])
  }

  /** Assigns what a tenant's agents have capacity for; calls during a run are merged into one more run. */
  async trigger(tenantId: string): Promise<void> {
    if (this.#isStopped) return
    const running = this.#running.get(tenantId)
    if (running) {
      running.again = true
      return
    }
    const run = { again: true }
    this.#running.set(tenantId, run)
    try {
      while (run.again && !this.#isStopped) {
        run.again = false
        await this.#guarded(() => this.chat.routing.pickUp(tenantId))
      }
    } finally {
      this.#running.delete(tenantId)
    }
  }

  async #sweep() {
    if (this.#isSweeping || this.#isStopped) return
    this.#isSweeping = true
    await this.#guarded(async () => {
      for (const tenantId of await this.chat.routing.tenantsToServe()) {
        if (await this.chat.host.isModuleEnabled(tenantId)) await this.trigger(tenantId)
      }
      this.#sweeps += 1
      if (this.#sweeps % SLOW_EVERY === 0) await this.#sweepSlowly()
    })
    this.#isSweeping = false
  }

  async #sweepSlowly() {
    if (this.#isStopped) return
    for (const tenantId of this.chat.routing.queueNotices.tenants) {
      void this.chat.routing.queueNotices.trigger(tenantId).catch(() => {})
    }
    await this.chat.routing.requeue.abandoned()
    await this.chat.routing.departmentFallback.run()
  }

  /** A failed sweep (busy database, another process faster) is repeated by the next one. */
  async #guarded(work: () => Promise<unknown>) {
    const done = work().then(
      () => {},
      (error: unknown) => {
        if (this.#isStopped) return
        this.logger.warn({ err: error }, 'conversations could not be assigned')
      }
    )
    this.#work.add(done)
    await done
    this.#work.delete(done)
  }
}
