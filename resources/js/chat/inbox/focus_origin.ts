import type { Page } from './page.js'

/** Where the keyboard is as a conversation begins to open: nothing takes it from where a person moves it meanwhile. */
export class FocusOrigin {
  readonly #before = document.activeElement

  constructor(private page: Page) {}

  /**
   * Whether a person has gone elsewhere. What the page itself does is none of it: the element with the focus
   * may be drawn anew or go away, which leaves the focus on the list or nowhere.
   */
  get isLeft() {
    const { activeElement: now } = document
    const isByPage = now === document.body || now === this.page.region('rows')
    return !isByPage && now !== this.#before && !this.page.region('pane').contains(now)
  }
}
