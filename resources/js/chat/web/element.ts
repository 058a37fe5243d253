import { EVENTS } from './events.js'
import { OPTION_NAMES, type WebWidgetOptions } from './options.js'
import {
  renderWebWidget,
  type WebWidgetHandle,
  type WebWidgetIdentity,
} from './render_web_widget.js'

const attributeOf = (option: string) =>
  option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Importing this on a server defines nothing, and does no harm. */
const Base = globalThis.HTMLElement ?? class {}

/**
 * `<crm-chat api-url token …>`: the chat, as long as the element is on the page. Events of the widget are events of
 * the element. The chat's own launcher is an element of this name without a token, and is left alone.
 */
export class CrmChatElement extends Base {
  static observedAttributes = OPTION_NAMES.map(attributeOf)

  #handle?: WebWidgetHandle
  #isPlanned = false

  connectedCallback() {
    this.#plan()
  }

  attributeChangedCallback() {
    this.#plan()
  }

  disconnectedCallback() {
    this.#plan()
  }

  open() {
    this.#handle?.open()
  }

  close() {
    this.#handle?.close()
  }

  toggle() {
    this.#handle?.toggle()
  }

  identify(visitor: WebWidgetIdentity) {
    this.#handle?.identify(visitor)
  }

  reset() {
    this.#handle?.reset()
  }

  /** Once per turn, however many attributes change in it. */
  #plan() {
    if (this.#isPlanned) return
    this.#isPlanned = true
    queueMicrotask(() => {
      this.#isPlanned = false
      this.#render()
    })
  }

  #render() {
    this.#handle?.remove()
    this.#handle = undefined
    if (!this.isConnected || !this.hasAttribute('token')) return
    const handle = renderWebWidget(this.#options())
    for (const name of EVENTS) {
      handle.on(name, (detail) => this.dispatchEvent(new CustomEvent(name, { detail })))
    }
    this.#handle = handle
  }

  #options() {
    const given = OPTION_NAMES.flatMap((name) => {
      const value = this.getAttribute(attributeOf(name))
      return value === null ? [] : [[name, value]]
    })
    return Object.fromEntries(given) as WebWidgetOptions
  }
}

if (globalThis.customElements && !customElements.get('crm-chat')) {
  customElements.define('crm-chat', CrmChatElement)
}
