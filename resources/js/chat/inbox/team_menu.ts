import type { FragmentJson } from '../../../../app/chat/transformers/json/inbox_json.js'
import type { LiveFrame } from '../shared/live_connection.js'
import { coalesce } from './coalesce.js'
import { part } from './dom.js'
import type { Page } from './page.js'
import { swap } from './swap.js'
import { pageUrl } from '../shared/page_url.js'

const DISTANCE = 300
const LOOK_EVERY = 15_000
const ABOUT_TEAM = ['chat.agent.updated', 'chat.conversation.updated', 'chat.conversation.deleted']

/**
 * Keeps presence and load of the assignees in menus up to date: fetched when a menu is opened, and on each change while it
 * is open.
 */
export class TeamMenu {
  readonly #soon = coalesce(DISTANCE, () => this.#refresh())

  constructor(
    private page: Page,
    /** Refreshes the open conversation's head, with its menu. */
    private refreshHead: () => Promise<void> | undefined
  ) {}

  start() {
    const toggled = ({ target }: Event) => {
      const isAssign = (target as HTMLElement).dataset.menu === 'assign'
      // A closed menu forgets its state at opening
      if (isAssign) void this.refreshHead()?.catch(() => {})
      else if (target === this.#menu) void this.#refresh().catch(() => {})
    }
    this.page.root.addEventListener('toggle', toggled, { capture: true })
    // An agent who disconnects silently causes no frame
    setInterval(() => !document.hidden && this.#menu && this.#soon(), LOOK_EVERY)
  }

  take({ event }: LiveFrame) {
    if (this.#menu && ABOUT_TEAM.includes(event)) this.#soon()
  }

  /** The menu of the open conversation, or of the selected ones, while it is open. */
  get #menu() {
    const open = ['assign', 'bulk'].map((name) => `[data-menu="${name}"][open]`)
    return this.page.root.querySelector<HTMLElement>(open.join())
  }

  async #refresh() {
    const menu = this.#menu
    if (menu?.dataset.menu === 'assign') return this.refreshHead()
    if (!menu) return
    const url = pageUrl(`/takers?${this.page.query}`)
    const { html } = await this.page.api.get<FragmentJson>(url)
    swap(part(menu, 'picks'), html)
  }
}
