import type { AlpineComponent } from 'alpinejs'

const ASK_EVERY = 2000
const AFTER_A_FAILURE = 8000

/** Asks, while the page is looked at, whether the first visit has come, and says so. */
export const firstVisit = () =>
  ({
    init() {
      const { url, visited } = this.$el.dataset
      if (visited === 'no') this.watch(url!)
    },

    async watch(url: string) {
      const wait = document.hidden ? ASK_EVERY : await this.ask(url)
      if (wait) setTimeout(() => this.watch(url), wait)
    },

    /** Answers with how long to wait before the next question; 0 when there is none. */
    async ask(url: string) {
      try {
        const answer = await fetch(url, { headers: { Accept: 'application/json' } })
        if (answer.status < 500 && !answer.ok) return 0
        const { isVisited, text } = await answer.json()
        if (!isVisited) return ASK_EVERY
        this.$refs.state.dataset.state = 'visited'
        this.$refs.text.textContent = text
        this.$refs.hint.hidden = true
        this.$refs.next.hidden = false
        this.$el.closest<HTMLElement>('.chat-step')!.dataset.state = 'done'
        return 0
      } catch {
        return AFTER_A_FAILURE
      }
    },
  }) as AlpineComponent<{
    init(): void
    watch(url: string): Promise<void>
    ask(url: string): Promise<number>
  }>
