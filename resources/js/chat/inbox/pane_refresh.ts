import { patience } from '../agent/patience.js'
import type { Page } from './page.js'
import { coalesce } from './coalesce.js'
import { fragment, region } from './dom.js'
import { keepingFocus } from './focus.js'
import type { FrameConversation } from './frames.js'

interface ContextAnswer {
  head: string
  composer: string
  context: string
  ended: boolean
}

const DISTANCE = 200
const CSRF_FIELD = /<input type='hidden' name='_csrf'[^>]*>/g

/** Keeps the head, the composer and the visitor's card true, without tearing them out of one's hands. */
export class PaneRefresh {
  readonly soon = coalesce(DISTANCE, () => this.now())
  #shown = new Map<HTMLElement, string>()

  constructor(
    private page: Page,
    private pane: HTMLElement
  ) {}

  get visitor() {
    return this.pane.dataset.visitor!
  }

  async now() {
    const id = this.pane.dataset.pane!
    const url = `/chat/${id}/context?${this.page.query}`
    const answer = await this.page.api.get<ContextAnswer>(url, { signal: patience.signal() })
    if (!this.pane.isConnected) return
    this.#swap(region(this.pane, 'head'), answer.head)
    this.#swap(this.page.region('context'), answer.context)
    const composer = region(this.pane, 'composer')
    const isEnded = composer.querySelector<HTMLElement>('[data-ended]')?.dataset.ended === 'yes'
    if (isEnded !== answer.ended) composer.replaceChildren(fragment(answer.composer))
  }

  /** Refreshes when a frame says something else than the head does. */
  compare({ status, folder, agent_name: agentName }: FrameConversation) {
    const head = this.pane.querySelector<HTMLElement>('[data-status]')
    const shown = folder === 'archived' ? folder : status
    if (head?.dataset.status === shown && head.dataset.assignee === (agentName ?? '')) return
    this.soon()
  }

  #swap(element: HTMLElement, html: string) {
    const bare = html.replace(CSRF_FIELD, '')
    if (this.#shown.get(element) === bare) return
    if (isInUse(element)) return this.#swapWhenFree(element)
    this.#shown.set(element, bare)
    keepingFocus(element, () => element.replaceChildren(fragment(html)))
  }

  #swapWhenFree(element: HTMLElement) {
    const again = () => setTimeout(() => isInUse(element) || this.soon(), 0)
    element.addEventListener('toggle', again, { once: true, capture: true })
    element.addEventListener('focusout', again, { once: true })
  }
}

/** An open menu, or a field with the cursor in it. */
function isInUse(element: HTMLElement) {
  const focused = document.activeElement
  const isTyping = focused instanceof HTMLInputElement && element.contains(focused)
  return isTyping || element.querySelector('details[open]') !== null
}
