import styles from '../../../css/chat/loader/arrived.css?inline'
import type { RuleJson } from '../../../../app/chat/transformers/json/rules_json.js'
import { make } from '../loader/make.js'
import { previewText } from '../shared/preview_text.js'
import { config } from './config.js'

/**
 * A rule's message beside the launcher, where the frame shows previews of replies: those go before. When the visitor
 * opens the chat, the frame gets the message.
 */
export class Invitation {
  #root: ShadowRoot
  #preview: HTMLElement
  #shown?: { rule: RuleJson; button: HTMLElement }
  #opened?: RuleJson

  /** @param dismissed called when the visitor puts a message away */
  constructor(
    private host: Element,
    signal: AbortSignal,
    dismissed: (rule: RuleJson) => void
  ) {
    this.#root = host.shadowRoot!
    this.#preview = this.#root.querySelector('.preview')!
    const putAway = () => {
      const rule = this.rule
      this.clear()
      if (rule) dismissed(rule)
    }
    this.#preview.addEventListener(
      'click',
      ({ target }) => (target as Element).closest('.dismiss') && putAway(),
      { signal }
    )
    this.#preview.addEventListener('keydown', ({ key }) => key === 'Escape' && putAway(), {
      signal,
    })
    addEventListener(
      'message',
      ({ source, origin, data }) =>
        origin === config.origin &&
        source === this.#frame?.contentWindow &&
        data?.type === 'ready' &&
        this.#post(),
      { signal }
    )
  }

  /** The rule whose message is on the screen. */
  get rule(): RuleJson | undefined {
    return this.#shown?.button.isConnected ? this.#shown.rule : undefined
  }

  /** Whether the place is taken: by the open chat, or by a preview. */
  get isTaken() {
    return this.host.classList.contains('open') || !!this.#preview.firstChild
  }

  show(rule: RuleJson) {
    this.#addStyles()
    const button = make(
      'button',
      'show',
      make('span', '', rule.sender),
      make('span', '', previewText(rule.text))
    )
    const dismiss = make('button', 'dismiss', make('span', '', config.dismiss))
    this.#preview.replaceChildren(button, dismiss)
    this.#shown = { rule, button }
  }

  /** Takes the message away; a preview of the frame's stays. */
  clear() {
    if (this.rule) this.#preview.replaceChildren()
    this.#shown = undefined
  }

  /** The visitor has opened the chat: what they were shown is in it. */
  open() {
    this.#opened = this.rule
    this.clear()
    if (this.host.classList.contains('ready')) this.#post()
  }

  /** The frame brings the same rules, which are not there yet. */
  #addStyles() {
    const sheets = this.#root.adoptedStyleSheets
    if (sheets.length > 1) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    this.#root.adoptedStyleSheets = [...sheets, sheet]
  }

  #post() {
    if (!this.#opened) return
    const { id: rule, text, sender } = this.#opened
    const invite = { crmChat: 1, type: 'invite', rule, text, sender }
    this.#frame?.contentWindow?.postMessage(invite, config.origin)
  }

  get #frame() {
    return this.#root.querySelector('iframe')
  }
}
