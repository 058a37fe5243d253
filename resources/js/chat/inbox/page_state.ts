import Alpine from '@alpinejs/csp'
import type { ConnectionState } from '../shared/live_connection.js'

/** A toast on the screen. */
export interface ShownToast {
  id: number
  message: string
  /** The button's label, and the key that does the same. */
  label: string
  keys?: string
  run?(): void
}

/** The state that services write and components show. */
export interface PageState {
  /** Null until the stream reports a state. */
  connection: ConnectionState | null
  toasts: ShownToast[]
  /** The filters of the list as a query string. */
  query: string
}

/** The state of a page that has just been opened; components follow its changes. */
export const newPageState = (query: string): PageState =>
  Alpine.reactive({ connection: null, toasts: [], query })
