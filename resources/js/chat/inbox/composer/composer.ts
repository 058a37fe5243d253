import { grow } from '../../shared/grow.js'
import { OwnTyping } from '../../shared/own_typing.js'
import { pageOf } from '../inbox.js'
import { CannedPicker } from './canned_picker.js'

const TELLS_FROM = 4500
const LIMIT = 5000
const NOT_KEPT = 'Your message was not sent. Copy it, reload the page and try again.'

/**
 * The field under the thread. Replies and notes keep a draft each, per conversation; what is sent is
 * handed on as an event, so that the field is free again at once.
 */
export function composer() {
  let typing: OwnTyping | undefined
  let picker: CannedPicker | undefined

  return {
    length: 0,
    isStale: false,
    missedFrom: '',

    init() {
      typing = new OwnTyping((isTyping) => this.$dispatch('chat:typing', { isTyping }))
      const page = pageOf(this.$el)
      const { conversation } = this.$el.dataset
      picker = new CannedPicker(this.field(), page, page.canned, conversation!)
      this.restore()
      this.$el.addEventListener('chat:held', (event) => {
        const { detail } = event as CustomEvent<{ content: string; isKept: boolean }>
        this.takeBack(detail.content)
        detail.isKept = true
      })
      this.$el.addEventListener('chat:missed', (event) => {
        this.missedFrom = inWords((event as CustomEvent<{ names: string[] }>).detail.names)
      })
      this.$el.addEventListener('chat:focus', (event) => {
        this.focusOn((event as CustomEvent<{ internal: boolean }>).detail.internal)
      })
    },

    destroy() {
      typing?.stop()
    },

    get countLeft() {
      return this.length < TELLS_FROM ? '' : `${LIMIT - this.length} left`
    },

    get sendLabel(): string {
      return this.isStale ? 'Send anyway' : 'Send'
    },

    get staleText(): string {
      const what = this.missedFrom ? `${this.missedFrom} wrote` : 'There are new messages'
      return `Not sent: ${what} before this went out. Press Enter to send it anyway.`
    },

    get isClose() {
      return this.length >= LIMIT - 100
    },

    typed() {
      const { value } = this.field()
      if (!this.length && value && !this.isNote()) this.$dispatch('chat:begun', {})
      this.measure()
      if (!value.trim()) this.isStale = false
      void picker?.typed()
      const key = this.draftKey()
      if (value.trim()) pageOf(this.$el).store.set(key, value)
      else pageOf(this.$el).store.remove(key)
      if (this.isNote()) return
      if (value.trim()) typing?.typed()
      else typing?.stop()
    },

    left() {
      typing?.stop()
      picker?.close()
    },

    key(event: KeyboardEvent) {
      if (picker?.key(event)) return
      if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return
      if (event.shiftKey || event.altKey) return
      event.preventDefault()
      this.send()
    },

    switchMode() {
      typing?.stop()
      this.isStale = false
      this.restore()
      this.field().focus()
    },

    send() {
      const field = this.field()
      const content = field.value.trim()
      if (!content) return field.focus()
      const sending = { content, internal: this.isNote(), isKept: false }
      this.$dispatch('chat:send', sending)
      if (!sending.isKept) return pageOf(this.$el).toast(NOT_KEPT)
      field.value = ''
      this.measure()
      this.isStale = false
      pageOf(this.$el).store.remove(this.draftKey())
      typing?.stop()
      field.focus()
    },

    /** A reply came back, because others wrote first: it stands before what was typed since. */
    takeBack(content: string) {
      const key = this.draftKey(false)
      const { store } = pageOf(this.$el)
      const typed = store.get<string>(key)
      store.set(key, typed ? `${content}\n${typed}` : content)
      this.focusOn(false)
      this.restore()
      this.isStale = true
    },

    restore() {
      const field = this.field()
      field.value = pageOf(this.$el).store.get<string>(this.draftKey()) ?? ''
      field.placeholder = this.isNote() ? 'Write a note for your team…' : 'Write a reply…'
      this.measure()
    },

    /** Takes note of how much is written, and gives it room. */
    measure() {
      const field = this.field()
      this.length = field.value.length
      grow(field)
    },

    focusOn(internal: boolean) {
      const mode = this.$el.querySelector<HTMLInputElement>(`[value="${internal ? 1 : 0}"]`)
      if (!mode) return
      this.$el.closest('details')?.setAttribute('open', '')
      const isOther = !mode.checked
      mode.checked = true
      if (isOther) this.restore()
      this.field().focus()
    },

    field(): HTMLTextAreaElement {
      return this.$el.closest('form')!.querySelector('textarea')!
    },

    isNote() {
      const form = this.$el.closest('form')!
      return new FormData(form).get('internal') === '1'
    },

    draftKey(internal?: boolean) {
      const isNote = internal ?? this.isNote()
      const { conversation } = this.$el.closest('form')!.dataset
      return `draft:${conversation}:${isNote ? 'note' : 'reply'}`
    },
  } as Composer
}

/** "Bob", "Bob and Jane", "Bob, Jane and Carol". */
function inWords(names: string[]) {
  const last = names.slice(-1)
  return [names.slice(0, -1).join(', '), ...last].filter(Boolean).join(' and ')
}

/** Alpine's `$el` and `$dispatch` join what is written above. */
interface Composer {
  $el: HTMLElement
  $dispatch(event: string, detail: object): void
  length: number
  isStale: boolean
  missedFrom: string
  readonly staleText: string
  readonly sendLabel: string
  readonly countLeft: string
  readonly isClose: boolean
  init(): void
  destroy(): void
  typed(): void
  left(): void
  key(event: KeyboardEvent): void
  switchMode(): void
  send(): void
  takeBack(content: string): void
  restore(): void
  measure(): void
  focusOn(internal: boolean): void
  field(): HTMLTextAreaElement
  isNote(): boolean
  draftKey(internal?: boolean): string
}
