import { component } from '../shared/component.js'

const PAUSE_MS = 400

/** Says what a number of days would delete, as it is typed. */
export const retention = component(() => {
  let pause: ReturnType<typeof setTimeout> | undefined
  let newest = 0

  return {
    words: '',

    init() {
      this.look()
    },

    look() {
      clearTimeout(pause)
      newest += 1
      const input = this.$root.querySelector<HTMLInputElement>('[name="retention_days"]')!
      const { url } = this.$root.dataset
      this.words = ''
      if (url && input.value && input.checkValidity()) {
        const own = newest
        pause = setTimeout(() => void this.ask(`${url}?days=${input.value}`, own), PAUSE_MS)
      }
    },

    /** A failed request shows nothing; saving does not depend on it. */
    async ask(url: string, own: number) {
      const answer = await fetch(url, { headers: { Accept: 'application/json' } }).catch(() => null)
      const { words } = answer?.ok ? await answer.json() : { words: '' }
      if (own === newest) this.words = words
    },
  }
})
