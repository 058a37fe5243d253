import type { refusals as english } from '../en/refusals.js'
import type { Translation } from '../translation.js'

export const refusals: Translation<typeof english> = {
  already: 'Cette conversation est déjà {status}',
  move: 'Une conversation {from} ne peut pas devenir {to}',
  snooze_open_only: 'Seule une conversation ouverte peut être mise en veille',
}
