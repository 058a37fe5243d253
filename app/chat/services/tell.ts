import logger from '@adonisjs/core/services/logger'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'

/**
 * Emits what has been committed without waiting for whoever listens: a listener that fails is
 * logged, and never undoes or delays the answer to the request.
 */
export function tell<Name extends keyof EventsList>(
  emitter: EmitterLike<EventsList>,
  name: Name,
  payload: EventsList[Name]
) {
  emitter.emit(name, payload).catch((error: unknown) => {
    logger.error({ err: error, event: String(name) }, 'a chat listener failed')
  })
}
