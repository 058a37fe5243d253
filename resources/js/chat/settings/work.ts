import { component } from '../shared/component.js'

const ASK_EVERY = 2000

/** Keeps the progress of long work current while the page is visible; a button under the focus is left alone. */
export const work = component(() => ({
  init() {
    this.watch()
  },

  async watch() {
    while (this.$root.isConnected && this.running().dataset.running === 'yes') {
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY))
      if (!document.hidden) await this.refresh()
    }
  },

  running() {
    return this.$root.querySelector<HTMLElement>('#running')!
  },

  /** A failed request is repeated by the next one. */
  async refresh() {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(
      () => null
    )
    if (!answer?.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const running = this.running()
    const newest = page.querySelector<HTMLElement>('#running')
    if (!newest || running.contains(document.activeElement)) return
    running.replaceWith(document.importNode(newest, true))
  },
}))
