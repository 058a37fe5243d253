import type { ListSync } from './list/list_sync.js'
import type { Rows } from './list/rows.js'
import type { Navigation } from './navigation.js'
import type { Page } from './page.js'
import type { Undo } from './undo.js'

/** The services that components use through `this.$inbox`; they are never part of Alpine's state. */
export interface InboxServices {
  readonly page: Page
  readonly rows: Rows
  readonly list: ListSync
  readonly navigation: Navigation
  readonly undo: Undo
  /** Connects the stream, the keys, the list and the open conversation. */
  start(): void
  /** These conversations have been changed; `then` names what follows for the open one. */
  acted(ids?: string[], then?: string): void
}

declare module 'alpinejs' {
  interface Magics<T> {
    $inbox: InboxServices
  }
}
