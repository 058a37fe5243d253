import { part } from '../dom.js'
import type { Page } from '../page.js'
import type { CannedEntry, CannedList } from './canned_list.js'

/** A `/` at the start of a word, with what follows it up to the cursor. */
const TYPED = /(?:^|\s)\/([^\s/]*)$/u

/**
 * The list that opens above the field while a `/` is being typed. The field keeps the focus: arrows
 * move through the list, Enter and Tab take what is marked, Escape puts the list away until the next `/`.
 */
export class CannedPicker {
  readonly #box: HTMLElement
  readonly #status: HTMLElement
  #entries: CannedEntry[] = []
  #marked = 0
  /** Where the `/` stands; of one that was put away, too. */
  #start = -1
  #putAway = -1
  #look = 0

  constructor(
    private field: HTMLTextAreaElement,
    private page: Page,
    private list: CannedList,
    private conversation: string
  ) {
    const form = field.closest('form')!
    this.#box = part(form, 'canned')
    this.#status = part(form, 'canned-status')
    this.#box.addEventListener('pointerdown', (event) => event.preventDefault())
    this.#box.addEventListener('click', (event) => {
      const option = (event.target as HTMLElement).closest<HTMLElement>('[role=option]')
      if (option) void this.#take(Number(option.dataset.index))
    })
  }

  get isOpen() {
    return !this.#box.hidden
  }

  /** Follows what is typed. */
  async typed() {
    const look = ++this.#look
    const found = this.#typed()
    if (!found) this.#putAway = -1
    if (!found || found.start === this.#putAway) return this.close()
    const entries = await this.list.matching(found.word).catch((error) => {
      this.page.failed(error)
      return []
    })
    if (look !== this.#look) return
    this.#start = found.start
    this.#show(entries)
  }

  /** Answers whether the key was meant for the list. */
  key(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.isComposing) return false
    const isTaken = this.#act(event)
    if (isTaken) event.preventDefault()
    return isTaken
  }

  close() {
    this.#look += 1
    this.#box.hidden = true
    this.#status.textContent = ''
    this.field.removeAttribute('aria-activedescendant')
  }

  #act({ key, shiftKey }: KeyboardEvent) {
    const last = this.#entries.length - 1
    if (key === 'ArrowDown') this.#mark(this.#marked === last ? 0 : this.#marked + 1)
    else if (key === 'ArrowUp') this.#mark(this.#marked === 0 ? last : this.#marked - 1)
    else if ((key === 'Enter' || key === 'Tab') && !shiftKey) void this.#take(this.#marked)
    else if (key === 'Escape') this.#dismiss()
    else return false
    return true
  }

  #dismiss() {
    this.#putAway = this.#start
    this.close()
  }

  #show(entries: CannedEntry[]) {
    this.#entries = entries
    if (entries.length === 0) return this.close()
    this.#box.replaceChildren(...entries.map((entry, index) => this.#option(entry, index)))
    this.#box.hidden = false
    this.#status.textContent = `${entries.length} canned ${entries.length === 1 ? 'response' : 'responses'}`
    this.#mark(0)
  }

  #option({ shortcut, title, preview }: CannedEntry, index: number) {
    const option = document.createElement('li')
    option.setAttribute('role', 'option')
    option.id = `${this.#box.id}-${index}`
    option.dataset.index = String(index)
    option.className = 'chat-canned__option'
    for (const [name, text] of Object.entries({ shortcut: `/${shortcut}`, title, preview })) {
      const span = document.createElement('span')
      span.className = `chat-canned__${name}`
      span.dir = 'auto'
      span.textContent = text
      option.append(span, ' ')
    }
    return option
  }

  #mark(index: number) {
    this.#marked = index
    for (const [at, option] of [...this.#box.children].entries()) {
      option.setAttribute('aria-selected', String(at === index))
    }
    const marked = this.#box.children[index]
    marked.scrollIntoView({ block: 'nearest' })
    this.field.setAttribute('aria-activedescendant', marked.id)
  }

  /** Puts the text where the `/` stood, unless it has gone from there meanwhile. */
  async #take(index: number) {
    const { field } = this
    const start = this.#start
    const typed = field.value.slice(start, field.selectionStart)
    this.close()
    try {
      const text = await this.list.text(this.conversation, this.#entries[index].id)
      const isThere = field.value.startsWith(typed, start)
      const from = isThere ? start : field.selectionStart
      field.setRangeText(text, from, isThere ? start + typed.length : from, 'end')
      field.dispatchEvent(new Event('input', { bubbles: true }))
      this.close()
    } catch (error) {
      this.page.failed(error)
    }
  }

  #typed() {
    const { value, selectionStart, selectionEnd } = this.field
    if (selectionStart !== selectionEnd) return null
    const match = TYPED.exec(value.slice(0, selectionStart))
    if (!match) return null
    return { start: selectionStart - match[1].length - 1, word: match[1] }
  }
}
