import type { Page } from './page.js'

/** What a letter is, by where the keyboard is when it is typed. */
export type LetterRole = 'command' | 'text' | 'composer' | 'early' | 'nothing'

const FIELDS = 'textarea, select, input:not([type=radio], [type=checkbox])'

/**
 * Tells letters that are commands from letters that are words. They are commands in the list, where no
 * conversation is open, and after Escape has left a field; they are words everywhere else. What is typed
 * on a conversation, or while one is being opened, belongs into its composer.
 */
export class Letters {
  #hasLeft = false
  #early = ''
  #isOpening = false

  constructor(private page: Page) {
    document.addEventListener('focusin', () => (this.#hasLeft = false))
    document.addEventListener('pointerdown', () => (this.#hasLeft = false))
  }

  roleOf(target: HTMLElement): LetterRole {
    if (target.isContentEditable || target.matches(FIELDS)) return 'text'
    if (this.#isOpening) return 'early'
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

  /** A field has been left on purpose: the next letter is a command. */
  left() {
    this.#hasLeft = true
  }

  /** From now on a conversation is being opened to write in it. */
  opening() {
    this.#isOpening = true
    this.#early = ''
  }

  /** Keeps a letter for the composer that is on its way. */
  keep(letter: string) {
    if (this.#early || letter !== ' ') this.#early += letter
  }

  /** The conversation is there, or is not going to be: what was typed meanwhile is its composer's. */
  opened() {
    this.#isOpening = false
    const { composer } = this
    if (!this.#early || !composer) return
    composer.value += this.#early
    composer.dispatchEvent(new Event('input', { bubbles: true }))
    this.#early = ''
  }
}
