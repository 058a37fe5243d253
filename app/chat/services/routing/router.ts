import type { Logger } from '@adonisjs/core/logger'
import type { ChatService } from '#chat/services/chat_service'

const SWEEP_EVERY_MS = 1000
/** Every so many sweeps what changes without an event is looked at: agents who are gone. */
const SLOW_EVERY = 5

/**
 * Keeps the queues moving in this process: at once after whatever may have freed a place, and by a sweep
 * every second for what other processes did, or what ended half-way. Several may run at once: who gets
 * what is decided by the database (`AssignmentService`).
 *
 * At rest until it is started: a console process only writes, and the servers' next sweep moves the queue.
 */
export class Router {
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
    this.chat.queueNotices.start()
    clearInterval(this.#timer)
    this.#timer = setInterval(() => void this.#sweep(), SWEEP_EVERY_MS)
    this.#timer.unref()
  }

  /** Settles when nothing of it uses the database any more: a query after its end would open it again. */
  async stop() {
    this.#isStopped = true
    clearInterval(this.#timer)
    await Promise.allSettled([...this.#work, this.chat.queueNotices.stop()])
  }

  /** Gives out what can be given out in a tenant; wishes that come meanwhile become one more run. */
  async soon(tenantId: string): Promise<void> {
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
        if (await this.chat.host.isModuleEnabled(tenantId)) await this.soon(tenantId)
      }
      this.#sweeps += 1
      if (this.#sweeps % SLOW_EVERY === 0) await this.#sweepSlowly()
    })
    this.#isSweeping = false
  }

  async #sweepSlowly() {
    if (this.#isStopped) return
    for (const tenantId of this.chat.queueNotices.tenants) {
      void this.chat.queueNotices.soon(tenantId).catch(() => {})
    }
    await this.chat.requeue.abandoned()
    await this.chat.departmentFallback.run()
  }

  /** A sweep that fails (the database is busy, another process was faster) is made up for by the next. */
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
