import type { LiveFrame } from '../shared/live_connection.js'
import { coalesce } from './coalesce.js'
import { fragment } from './dom.js'
import type { Page } from './page.js'

const DISTANCE = 300
const LOOK_EVERY = 15_000
const ABOUT_TEAM = ['chat.agent.updated', 'chat.conversation.updated', 'chat.conversation.deleted']
const TRANSFER = '.chat-transfer select'
const PICKS = '[data-part="picks"]'

/**
 * The menu of assignees tells who is there and what they have to do now, not what was so when it was
 * drawn: it asks when it is opened, and when something happens while it is open.
 */
export class TeamMenu {
  readonly #soon = coalesce(DISTANCE, () => this.#refresh())

  constructor(private page: Page) {}

  start() {
    const { root } = this.page
    const opened = ({ target }: Event) =>
      target === this.#menu && void this.#refresh().catch(() => {})
    root.addEventListener('toggle', opened, { capture: true })
    // Who goes away silently sends nothing
    setInterval(() => !document.hidden && this.#menu && this.#soon(), LOOK_EVERY)
  }

  take({ event }: LiveFrame) {
    if (this.#menu && ABOUT_TEAM.includes(event)) this.#soon()
  }

  /** The menu, while it is open. */
  get #menu() {
    return this.page.root.querySelector<HTMLElement>('[data-menu="assign"][open]')
  }

  async #refresh() {
    const url = `/chat/${this.page.current}/context?${this.page.query}`
    const menu = this.#menu
    if (!menu) return
    const { head } = await this.page.api.get<{ head: string }>(url)
    const fresh = fragment(head)
    refreshPicks(menu.querySelector(PICKS), fresh.querySelector(PICKS))
    refreshOptions(menu.querySelector(TRANSFER), fresh.querySelector(TRANSFER))
  }
}

/** A button that is about to be pressed stays the same one; only what is said of its agent changes. */
function refreshPicks(shown: HTMLElement | null, fresh: HTMLElement | null) {
  if (!shown || !fresh) return
  const news = buttonsOf(fresh)
  const olds = buttonsOf(shown)
  if (news.map(({ value }) => value).join() !== olds.map(({ value }) => value).join()) {
    return shown.replaceChildren(...fresh.children)
  }
  for (const [at, old] of olds.entries()) {
    old.dataset.detail = news[at].dataset.detail
    const [said, says] = [old, news[at]].map((each) => each.querySelector('.chat-mate'))
    if (said && says && said.outerHTML !== says.outerHTML) said.replaceWith(says)
  }
}

function refreshOptions(shown: HTMLSelectElement | null, fresh: HTMLSelectElement | null) {
  if (!shown || !fresh) return
  const { value } = shown
  shown.replaceChildren(...fresh.children)
  const isStillThere = [...shown.options].some((option) => option.value === value)
  if (isStillThere) shown.value = value
}

const buttonsOf = (list: HTMLElement) => [...list.querySelectorAll('button')]
