import type { refusals as english } from '../en/refusals.js'
import type { Translation } from '../translation.js'

export const refusals: Translation<typeof english> = {
  already: 'Diese Unterhaltung ist bereits {status}',
  move: 'Eine Unterhaltung im Status {from} kann nicht {to} werden',
  snooze_open_only: 'Nur offene Unterhaltungen lassen sich zurückstellen',
}
