import logger from '@adonisjs/core/services/logger'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import { WorkUnderWay } from '#chat/support/work_under_way'
import { inLanguage } from '#chat/texts/catalogue'

/** Listeners of this process that are still running. */
const listeners = new WorkUnderWay()

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
  const emission = inLanguage(null, () => emitter.emit(name, payload)).catch((error: unknown) => {
    logger.error({ err: error, event: String(name) }, 'a chat listener failed')
  })
  void listeners.add(emission)
}

/** Resolves when every listener has finished, including those that their work triggers, or after `patienceMs`. */
export const drainListeners = (patienceMs: number): Promise<void> => listeners.drain(patienceMs)
