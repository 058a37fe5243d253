import { setTimeout as wait } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import { inLanguage } from '#chat/texts/catalogue'

/** Listeners of this process that are still running. */
const pending = new Set<Promise<void>>()

/**
 * Emits a committed event without waiting for its listeners: a listener that fails is logged, and never undoes or
 * delays the response. What listeners write is in the language of
 * the installation, not of the user who caused the event.
 */
export function emitAfterCommit<Name extends keyof EventsList>(
  emitter: EmitterLike<EventsList>,
  name: Name,
  payload: EventsList[Name]
) {
  const emission = inLanguage(null, () => emitter.emit(name, payload))
    .catch((error: unknown) => {
      logger.error({ err: error, event: String(name) }, 'a chat listener failed')
    })
    .finally(() => pending.delete(emission))
  pending.add(emission)
}

/**
 * Resolves when every listener has finished, including those that their work triggers, or after `patienceMs`: a
 * listener that queried a closed database would reopen it, and the process would never end.
 */
export async function drainListeners(patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs
  while (pending.size && Date.now() < until) {
    await Promise.race([Promise.all(pending), wait(until - Date.now(), undefined, { ref: false })])
  }
}
