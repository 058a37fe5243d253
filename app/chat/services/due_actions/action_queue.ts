import { DateTime } from 'luxon'
import type { Logger } from '@adonisjs/core/logger'
import type { CrmHost } from '#chat/contracts/crm_host'
import type DueAction from '#chat/models/due_action'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { DueQueue, Job, Look, UnderWay } from '#chat/services/due_actions/due_queue'
import { workUnderWay } from '#chat/support/work_under_way'

const LOOKED_AT = 50
/** Concurrent actions of this process, and of one kind. */
const MOST_UNDER_WAY = 12
const OF_ONE_KIND = 4
/** Actions of a tenant whose module is off are postponed by this. */
const OFF_FOR = { minutes: 1 }

interface Parts {
  later: DueActions
  kinds: DueKind[]
  host: Pick<CrmHost, 'isModuleEnabled'>
  logger: Logger
}

/** Due actions, run by their kinds; a slow kind delays only its own. */
export class ActionQueue implements DueQueue {
  readonly name = 'due actions'
  readonly lastMomentsMs = 4000

  #kinds: Map<string, DueKind>

  constructor(
    protected parts: Parts,
    /** Tests override it with a later time. */
    protected clock = () => DateTime.utc()
  ) {
    this.#kinds = new Map(parts.kinds.map((kind) => [kind.name, kind]))
  }

  async *take({ isSweep, underWay, isStopped }: Look): AsyncIterable<Job> {
    if (isSweep) await this.#gather()
    for (;;) {
      const kinds = [...this.#kinds.values()].filter((kind) => hasCapacity(kind, underWay))
      if (kinds.length === 0) return
      const now = this.clock()
      const names = kinds.map(({ name }) => name)
      const due = await this.parts.later.due(now, names, LOOKED_AT)
      for (const action of due) {
        if (isStopped()) return
        const kind = this.#kinds.get(action.kind)!
        if (!hasCapacity(kind, underWay) || !(await this.parts.later.claim(action, now))) continue
        yield { lane: kind.name, run: (signal) => this.#run(kind, action, { now, signal }) }
      }
      if (due.length < LOOKED_AT) return
    }
  }

  async #gather() {
    for (const kind of this.#kinds.values()) {
      while ((await kind.gather?.(this.clock(), LOOKED_AT)) === LOOKED_AT);
    }
  }

  async #run(kind: DueKind, action: DueAction, at: { now: DateTime; signal: AbortSignal }) {
    const { later, logger, host } = this.parts
    try {
      if (!(await host.isModuleEnabled(action.tenantId))) {
        return await later.putOff(action, at.now.plus(OFF_FOR))
      }
      const isEnded = await untilAborted(
        workUnderWay.add(kind.run(action, at.now, at.signal)),
        at.signal
      )
      await (isEnded ? later.end(action) : later.release(action))
    } catch (error) {
      logger.warn({ err: error, key: action.key, attempts: action.attempts }, 'a due action failed')
      await later.fail(action, at.now, error)
    }
  }
}

const hasCapacity = ({ name, atATime = OF_ONE_KIND }: DueKind, underWay: UnderWay) =>
  underWay.of(name) < atATime && underWay.all < MOST_UNDER_WAY

/** Whether the work has ended; false as soon as the signal aborts. */
async function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<boolean> {
  const { promise: aborted, resolve } = Promise.withResolvers<boolean>()
  const abort = () => resolve(false)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([work.then(() => true), aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
