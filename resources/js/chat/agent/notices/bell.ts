import { catalogue } from '../../../../../app/chat/texts/catalogue.js'
import { text } from '../texts.js'
import type { BellPanel } from './bell_panel.js'
import { noticeState } from './notice_state.js'

const SVG = 'http://www.w3.org/2000/svg'
const SHAPE = 'M6 9a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7M10 20a2 2 0 0 0 4 0'

/** The bell on every page of the CRM: how many notifications are unread, and their list. */
export class Bell {
  #box = document.createElement('div')
  #button = document.createElement('button')
  #count = document.createElement('span')
  #slot: HTMLElement | null = null
  #panel?: BellPanel

  constructor() {
    noticeState.onChange((state) => this.#show(state?.may_reply ? state.unread : null))
  }

  /** Appears in this element from now on, once there is an agent to notify. */
  showIn(slot: HTMLElement | null) {
    this.#slot = slot
    if (slot && this.#box.childElementCount) this.#position()
  }

  #show(unread: number | null) {
    if (unread === null) return this.#hide()
    if (!this.#box.childElementCount) this.#build()
    this.#count.hidden = unread === 0
    this.#count.textContent = unread > 99 ? '99+' : String(unread)
    const label = unread ? text('agent_script.bell.unread', { count: unread }) : ''
    this.#button.setAttribute('aria-label', label || text('agent_script.bell.label'))
    this.#position()
    this.#panel?.changed()
  }

  #hide() {
    this.#panel?.close()
    if (this.#slot) this.#slot.hidden = true
  }

  #position() {
    if (!this.#slot) return
    if (this.#box.parentElement !== this.#slot) this.#slot.replaceChildren(this.#box)
    this.#slot.hidden = false
  }

  #build() {
    this.#box.className = 'chat-bell'
    this.#box.lang = catalogue().locale
    this.#button.type = 'button'
    this.#button.className = 'chat-bell__button'
    this.#button.setAttribute('aria-expanded', 'false')
    this.#button.onclick = () => void this.#toggle()
    this.#count.className = 'chat-bell__count'
    this.#count.ariaHidden = 'true'
    const icon = document.createElementNS(SVG, 'svg')
    const path = document.createElementNS(SVG, 'path')
    icon.setAttribute('class', 'chat-bell__icon')
    icon.setAttribute('viewBox', '0 0 24 24')
    icon.setAttribute('aria-hidden', 'true')
    path.setAttribute('d', SHAPE)
    icon.append(path)
    this.#button.append(icon, this.#count)
    this.#box.append(this.#button)
  }

  /** Most pages are left without a look at the list: its script is loaded with the first one. */
  async #toggle() {
    if (!this.#panel) {
      const { BellPanel: Panel } = await import('./bell_panel.js')
      this.#panel ??= new Panel(this.#box, this.#button)
    }
    this.#panel.toggle()
  }
}
