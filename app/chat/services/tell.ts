import { setTimeout as wait } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'

/** What listeners of this process are at work on. */
const telling = new Set<Promise<void>>()

/**
 * Emits what has been committed without waiting for whoever listens: a listener that fails is
 * logged, and never undoes or delays the answer to the request.
 */
export function tell<Name extends keyof EventsList>(
  emitter: EmitterLike<EventsList>,
  name: Name,
  payload: EventsList[Name]
) {
  const told = emitter
    .emit(name, payload)
    .catch((error: unknown) => {
      logger.error({ err: error, event: String(name) }, 'a chat listener failed')
    })
    .finally(() => telling.delete(told))
  telling.add(told)
}

/**
 * Settles when every listener is done, with what their work caused as well, or patience is at an end: a
 * listener that used the database after its end would open it again, and the process would never end.
 */
export async function allTold(patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs
  while (telling.size && Date.now() < until) {
    await Promise.race([Promise.all(telling), wait(until - Date.now(), undefined, { ref: false })])
  }
}
