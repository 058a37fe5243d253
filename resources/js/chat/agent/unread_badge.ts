import { patience } from './patience.js'
import { pageTitle } from './page_title.js'

const COALESCE = 400

/** Keeps the number in the sidebar and in the title: open conversations that wait to be read. */
export class UnreadBadge {
  agentId?: number
  #timer?: ReturnType<typeof setTimeout>

  constructor(private element: HTMLElement) {}

  /** Counts again soon; many wishes at once are one request. */
  changed() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.refresh().catch(() => {})
    }, COALESCE)
  }

  async refresh() {
    const response = await fetch('/chat/unread', {
      headers: { Accept: 'application/json' },
      signal: patience.signal(),
    })
    if (response.status >= 500) throw new Error('not counted')
    if (!response.ok) return
    const { unread, agent_id: agentId } = await response.json()
    this.agentId = agentId
    this.#show(unread)
  }

  #show(unread: number) {
    pageTitle.unread = unread
    this.element.hidden = unread === 0
    this.element.textContent = unread > 99 ? '99+' : String(unread)
    this.element.setAttribute('aria-label', `${unread} unread`)
  }
}
