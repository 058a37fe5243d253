import type { refusals as english } from '../en/refusals.js'
import type { Translation } from '../translation.js'

export const refusals: Translation<typeof english> = {
  already: 'Esta conversación ya está {status}',
  move: 'Una conversación {from} no puede pasar a {to}',
  snooze_open_only: 'Solo se puede posponer una conversación abierta',
}
