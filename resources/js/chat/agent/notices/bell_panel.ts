import type { FragmentJson } from '../../../../../app/chat/transformers/json/inbox_json.js'
import { pageUrl } from '../../shared/page_url.js'
import { Api } from '../api.js'
import { text } from '../texts.js'
import { noticeState } from './notice_state.js'

/** Pixels between the list and its button, and between it and the edge of the window. */
const GAP = 6
const EDGE = 12

/** The bell's list: opened by its button, closed by Escape, a click beside it, or the button. */
export class BellPanel {
  #api = new Api()
  #panel = document.createElement('div')
  #list = document.createElement('div')
  #opened?: AbortController

  constructor(
    private box: HTMLElement,
    private button: HTMLButtonElement
  ) {
    this.#panel.className = 'chat-bell__panel'
    this.#panel.id = 'chat-bell-panel'
    this.#panel.role = 'dialog'
    this.#panel.ariaLabel = text('agent_script.bell.label')
    this.#panel.hidden = true
    this.#list.className = 'chat-bell__list'
    this.#list.ariaLive = 'polite'
    this.#panel.append(this.#head(), this.#list)
    box.append(this.#panel)
    button.setAttribute('aria-controls', this.#panel.id)
  }

  toggle() {
    if (this.#opened) this.close()
    else this.#open()
  }

  close() {
    if (!this.#opened) return
    this.#opened.abort()
    this.#opened = undefined
    this.#panel.hidden = true
    this.button.setAttribute('aria-expanded', 'false')
  }

  /** Shows what has changed while it is open. */
  changed() {
    if (this.#opened) this.#load().catch(() => {})
  }

  #open() {
    this.#opened = new AbortController()
    const { signal } = this.#opened
    this.#panel.hidden = false
    this.#place()
    this.button.setAttribute('aria-expanded', 'true')
    addEventListener('resize', () => this.#place(), { signal })
    this.box.addEventListener('keydown', (event) => this.#key(event), { signal })
    document.addEventListener(
      'pointerdown',
      ({ target }) => this.box.contains(target as Node) || this.close(),
      { signal, capture: true }
    )
    this.#load().catch(() => (this.#list.textContent = text('agent_script.errors.offline')))
  }

  /** Under the button, with the same end, as far as the window has room. */
  #place() {
    const { bottom, right } = this.button.getBoundingClientRect()
    const most = document.documentElement.clientWidth - this.#panel.offsetWidth - EDGE
    const left = Math.max(EDGE, Math.min(right - this.#panel.offsetWidth, most))
    Object.assign(this.#panel.style, { top: `${bottom + GAP}px`, left: `${left}px` })
  }

  #key(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    this.close()
    this.button.focus()
  }

  async #load() {
    const { html } = await this.#api.get<FragmentJson>(pageUrl('/notifications/newest'))
    if (this.#list.innerHTML !== html) this.#list.innerHTML = html
  }

  #head() {
    const head = document.createElement('div')
    const title = document.createElement('strong')
    const all = document.createElement('button')
    const settings = document.createElement('a')
    head.className = 'chat-bell__head'
    title.className = 'chat-bell__title'
    title.textContent = text('agent_script.bell.label')
    all.type = 'button'
    all.className = settings.className = 'chat-bell__tool'
    all.textContent = text('agent_script.bell.all_read')
    all.onclick = () => void this.#readAll()
    settings.textContent = text('agent_script.bell.settings')
    settings.href = pageUrl('/notifications/settings')
    head.append(title, all, settings)
    return head
  }

  /** The other tabs hear of it by a frame. */
  async #readAll() {
    await this.#api.post(pageUrl('/notifications/read')).catch(() => {})
    await noticeState.refresh().catch(() => {})
  }
}
