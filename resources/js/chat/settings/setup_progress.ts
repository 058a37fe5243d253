import type { SetupProgressJson } from '../../../../app/chat/transformers/json/setup_json.js'
import { component } from '../shared/component.js'
import { text } from './texts.js'

const ASK_EVERY = 2000
const AFTER_A_FAILURE = 8000

/** Polls the progress of the set-up while its page is visible, until every step is done. */
export const setupProgress = component(() => ({
  init() {
    const { url, finished } = this.$root.dataset
    if (url && finished === 'no') this.watch(url)
  },

  async watch(url: string) {
    const wait = document.hidden ? ASK_EVERY : await this.ask(url)
    if (wait) setTimeout(() => this.watch(url), wait)
  },

  /** Returns the milliseconds until the next poll; 0 for none. */
  async ask(url: string) {
    try {
      const answer = await fetch(url, { headers: { Accept: 'application/json' } })
      if (answer.status < 500 && !answer.ok) return 0
      const progress = (await answer.json()) as SetupProgressJson
      this.show(progress)
      return progress.count.done === progress.count.all ? 0 : ASK_EVERY
    } catch {
      return AFTER_A_FAILURE
    }
  },

  show({ visit, steps, count }: SetupProgressJson) {
    for (const [name, state] of Object.entries(steps)) {
      showStep(this.$root.querySelector<HTMLElement>(`#step-${name}`)!, state)
    }
    put(this.$refs.count, text('settings_script.progress', count))
    this.$refs.count.classList.toggle('chat-badge--on', count.done === count.all)
    put(this.$refs.text, visit.text)
    this.$refs.state.dataset.state = visit.isVisited ? 'visited' : 'waiting'
    this.$refs.next.hidden = !visit.isVisited
    if (this.$refs.hint) this.$refs.hint.hidden = visit.isVisited
    put(this.$refs.website, visit.refused ?? '')
    ;(this.$refs.address as HTMLInputElement).value = visit.refused ?? ''
    this.$refs.refused.hidden = !visit.refused
  },
}))

function showStep(step: HTMLElement, state: string) {
  step.dataset.state = state
  step.setAttribute('aria-current', state === 'next' ? 'step' : 'false')
  put(
    step.querySelector('h2 > .chat-hidden')!,
    state === 'done' ? ` ${text('settings_script.done')}` : ''
  )
}

/** Leaves an unchanged text alone, so that a screen reader does not repeat it. */
function put(element: Element, words: string) {
  if (element.textContent !== words) element.textContent = words
}
