import type { FocusOrigin } from './focus_origin.js'
import type { Page } from './page.js'

/** The meaning of a letter, by the focus when it is typed. */
export type LetterRole = 'command' | 'text' | 'composer' | 'early' | 'nothing'

const FIELDS = 'textarea, select, input:not([type=radio], [type=checkbox])'

/**
 * Distinguishes letters that are commands from letters that are text. They are commands in the list, without an open
 * conversation, and after Escape has left a field; elsewhere they are text. Text typed on a conversation, or while one
 * is opening, goes to its composer.
 */
export class Letters {
  #hasLeft = false
  #early = ''
  #opening?: FocusOrigin

  constructor(private page: Page) {
    document.addEventListener('focusin', () => (this.#hasLeft = false))
    document.addEventListener('pointerdown', () => (this.#hasLeft = false))
  }

  roleOf(focused: HTMLElement): LetterRole {
    const target = shownOf(focused)
    if (target.isContentEditable || target.matches(FIELDS)) return 'text'
    if (this.#opening && !this.#opening.isLeft) return 'early'
    if (target.closest('.chat-list')) return 'command'
    if (this.#hasLeft || !this.page.current) return target === document.body ? 'command' : 'nothing'
    const isReading = target.matches('body, [data-focus], [data-part="scroll"]')
    return isReading && this.composer ? 'composer' : 'nothing'
  }

  /** The field of a conversation that can be replied to. */
  get composer() {
    const foot = this.page.root.querySelector('.chat-foot[data-ended="no"]')
    return foot?.querySelector<HTMLTextAreaElement>('textarea') ?? null
  }

  /** The agent has left a field by Escape: the next letter is a command. */
  left() {
    this.#hasLeft = true
  }

  /** A conversation is being opened to write in it, as long as the keyboard focus has not moved away from here. */
  opening(from: FocusOrigin) {
    this.#opening = from
    this.#early = ''
  }

  /** Keeps a letter for the composer that is loading. */
  keep(letter: string) {
    if (this.#early || letter !== ' ') this.#early += letter
  }

  /** Hands the letters typed meanwhile to the composer of the conversation that they were typed for. */
  opened() {
    this.#opening = undefined
    const { composer } = this
    const shown = composer?.closest<HTMLElement>('[data-pane]')?.dataset.pane
    if (!this.#early || !composer || shown !== this.page.current) return
    composer.value += this.#early
    composer.dispatchEvent(new Event('input', { bubbles: true }))
    this.#early = ''
  }
}

/** A closed dialog or menu keeps the focus until the browser draws the page without it; the key is for the page. */
const shownOf = (focused: HTMLElement) =>
  focused.getClientRects().length > 0 ? focused : document.body
