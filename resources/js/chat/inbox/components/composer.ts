import { allInWords } from '../../../../../app/chat/texts/lists.js'
import type { ActionJson } from '../../../../../app/chat/transformers/json/inbox_json.js'
import type { AttachmentJson } from '../../../../../app/chat/transformers/json/attachment_json.js'
import { attachedTo } from '../composer/attached_files.js'
import { uuid } from '../../shared/net/uuid.js'
import { component } from '../../shared/component.js'
import { grow } from '../../shared/grow.js'
import { OwnTyping } from '../../shared/own_typing.js'
import { text } from '../texts.js'

/** The characters left from which the composer shows the count, and from which it warns. */
const COUNTS_FROM = 500
const WARNS_FROM = 100

/** A reply that newer messages overtook. */
interface Returned {
  content: string
  files: AttachmentJson[]
  isKept: boolean
}

const NOT_KEPT = text('inbox_script.composer.not_kept')

/**
 * The field under the thread. Replies and notes keep a draft each, per conversation; a sent text leaves as an event, so
 * that the field is free immediately.
 */
export const composer = component(() => {
  let typing: OwnTyping | undefined

  return {
    length: 0,
    limit: 0,
    isStale: false,
    fileCount: 0,
    isUploading: false,
    missedFrom: '',

    init() {
      typing = new OwnTyping((isTyping) => this.$dispatch('chat:typing', { isTyping }))
      this.limit = this.field().maxLength
      this.restore()
    },

    destroy() {
      typing?.stop()
    },

    get countLeft() {
      const left = this.limit - this.length
      return left > COUNTS_FROM ? '' : text('inbox_script.composer.left', { count: left })
    },

    get sendLabel() {
      return text(this.isStale ? 'inbox_script.composer.send_anyway' : 'inbox_script.composer.send')
    },

    get staleText() {
      return this.missedFrom
        ? text('inbox_script.composer.stale_from', { name: this.missedFrom })
        : text('inbox_script.composer.stale')
    },

    get isClose() {
      return this.length >= this.limit - WARNS_FROM
    },

    typed() {
      const { value } = this.field()
      if (!this.length && value && !this.isNote()) this.$dispatch('chat:begun', {})
      this.measure()
      if (!value.trim()) this.isStale = false
      const key = this.draftKey()
      if (value.trim()) this.$inbox.page.store.set(key, value)
      else this.$inbox.page.store.remove(key)
      if (this.isNote()) return
      if (value.trim()) typing?.typed()
      else typing?.stop()
    },

    left() {
      typing?.stop()
    },

    key(event: KeyboardEvent) {
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

    send(event?: SubmitEvent) {
      const field = this.field()
      const content = field.value.trim()
      const attached = attachedTo(this.form())
      const files = attached?.ready ?? []
      if (this.isUploading) return this.$inbox.page.toast(text('inbox_script.files.wait'))
      if (!content && !files.length) return field.focus()
      const button = event?.submitter as HTMLButtonElement | null | undefined
      const isLater = button?.hasAttribute('formaction')
      if (isLater && files.length) return this.$inbox.page.toast(text('inbox_script.files.later'))
      if (isLater) return void this.plan(button!, content)
      const sending = { content, files, internal: this.isNote(), isKept: false }
      this.$dispatch('chat:send', sending)
      if (!sending.isKept) return this.$inbox.page.toast(NOT_KEPT)
      attached?.clear()
      field.value = ''
      this.measure()
      this.isStale = false
      this.$inbox.page.store.remove(this.draftKey())
      typing?.stop()
      field.focus()
    },

    /** Has the server send the reply later; the text stays in the field until the server has it. */
    async plan(button: HTMLButtonElement, content: string) {
      const { $inbox } = this
      const key = this.draftKey(false)
      const field = this.field()
      const fields = Object.fromEntries(new FormData(this.form(), button))
      const body = { ...fields, content, client_message_id: uuid() }
      try {
        const url = button.getAttribute('formaction')!
        const answer = await $inbox.page.api.post<ActionJson>(url, body)
        if (answer.notice) $inbox.page.toast(answer.notice)
        $inbox.page.store.remove(key)
        if (field.value.trim() === content) field.value = ''
        this.measure()
        button.closest('details')!.open = false
      } catch (error) {
        $inbox.page.failed(error)
      }
      $inbox.acted()
    },

    /** Takes back a reply that newer messages overtook, in front of the text typed since. */
    takeBack({ detail }: CustomEvent<Returned>) {
      const { content, files } = detail
      if (files.length) attachedTo(this.form())?.restore(files)
      const key = this.draftKey(false)
      const { store } = this.$inbox.page
      const typed = store.get<string>(key)
      if (content) store.set(key, typed ? `${content}\n${typed}` : content)
      this.focusOn(false)
      this.restore()
      this.isStale = true
      detail.isKept = true
    },

    /** Files beside the composer make a message without a text. */
    attached({ detail }: CustomEvent<{ count: number; isBusy: boolean }>) {
      this.fileCount = detail.count
      this.isUploading = detail.isBusy
    },

    get needsText() {
      return this.fileCount === 0
    },

    /** The authors of messages that the agent has missed. */
    missed({ detail }: CustomEvent<{ names: string[] }>) {
      this.missedFrom = allInWords(detail.names)
    },

    restore() {
      const field = this.field()
      field.value = this.$inbox.page.store.get<string>(this.draftKey()) ?? ''
      field.placeholder = text(
        this.isNote() ? 'inbox_script.composer.note' : 'inbox_script.composer.reply'
      )
      this.measure()
    },

    /** Updates the count and the field's height. */
    measure() {
      const field = this.field()
      this.length = field.value.length
      grow(field)
    },

    focused({ detail }: CustomEvent<{ internal: boolean }>) {
      this.focusOn(detail.internal)
    },

    focusOn(internal: boolean) {
      const mode = this.form().querySelector<HTMLInputElement>(`[value="${internal ? 1 : 0}"]`)
      if (!mode) return
      this.form().closest('details')?.setAttribute('open', '')
      const isOther = !mode.checked
      mode.checked = true
      if (isOther) this.restore()
      this.field().focus()
    },

    form() {
      return this.$el.closest('form')!
    },

    field() {
      return this.form().querySelector('textarea')!
    },

    isNote() {
      return new FormData(this.form()).get('internal') === '1'
    },

    draftKey(internal?: boolean) {
      const isNote = internal ?? this.isNote()
      return `draft:${this.form().dataset.conversation}:${isNote ? 'note' : 'reply'}`
    },
  }
})
