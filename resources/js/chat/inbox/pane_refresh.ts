import { patience } from '../agent/patience.js'
import type { Page } from './page.js'
import { coalesce } from './coalesce.js'
import { fragment, region } from './dom.js'
import { drawHead } from './drawing/head.js'
import { keepingFocus } from './focus.js'
import type { FrameConversation } from './frames.js'

interface ContextAnswer {
  head: string
  composer: string
  context: string
  ended: boolean
}

const DISTANCE = 200
const OPEN = ['pending', 'active', 'waiting']
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

  /** Whether the conversation is this agent's, as the head has it. */
  get isMine() {
    return this.#head?.dataset.agent === String(this.page.agentId)
  }

  /**
   * Makes the head say what a frame says. Between the open states nothing changes in it but the status and
   * the clock of the wait, which are drawn; for anything else the server is asked.
   */
  compare(conversation: FrameConversation) {
    const head = this.#head
    const { status, folder, agent_id: agentId, pending_action: pending } = conversation
    if (head && head.dataset.pending !== (pending ?? '')) return this.soon()
    const isSameDesk = folder === 'open' && head?.dataset.agent === String(agentId ?? '')
    if (!head || pending || !isSameDesk || !OPEN.includes(head.dataset.status!)) {
      const shown = folder === 'archived' || folder === 'snoozed' ? folder : status
      const isTrue = head?.dataset.status === shown && head.dataset.agent === String(agentId ?? '')
      return isTrue ? undefined : this.soon()
    }
    drawHead(this.page.root, head, conversation)
    this.#shown.delete(region(this.pane, 'head'))
  }

  get #head() {
    return this.pane.querySelector<HTMLElement>('[data-status]')
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
