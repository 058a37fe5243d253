import type { ConnectionState } from '../shared/live_connection.js'
import { part } from './dom.js'

const TEXTS: Record<ConnectionState, string> = {
  connecting: 'Connecting…',
  live: 'Live',
  polling: 'Checking every few seconds',
  offline: 'Offline',
  ended: 'Disconnected',
}

/** Tells the truth about the connection in the list's head. */
export function showConnection(element: HTMLElement, state: ConnectionState) {
  element.hidden = false
  element.dataset.state = state
  part(element, 'text').textContent = TEXTS[state]
}
