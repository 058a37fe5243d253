import type { Page } from './page.js'

/**
 * The focus at the moment when a conversation begins to open. The focus moves to the conversation only if the user has
 * not moved it elsewhere meanwhile.
 */
export class FocusOrigin {
  readonly #before = document.activeElement

  constructor(private page: Page) {}

  /**
   * Whether the user has moved the focus. The page itself may redraw or remove the focused element, which leaves the
   * focus on the list or on the body; that does not count.
   */
  get isLeft() {
    const { activeElement: now } = document
    const isByPage = now === document.body || now === this.page.region('rows')
    return !isByPage && now !== this.#before && !this.page.region('pane').contains(now)
  }
}
