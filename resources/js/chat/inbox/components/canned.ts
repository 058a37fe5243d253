import { component } from '../../shared/component.js'
import type { CannedEntry } from '../composer/canned_list.js'
import { text } from '../texts.js'

/** A `/` at the start of a word, with what follows it up to the cursor. */
const TYPED = /(?:^|\s)\/([^\s/]*)$/u

/**
 * The list of canned responses above the field after a `/`. The field keeps the focus: arrows move through the list,
 * Enter and Tab insert the marked response, Escape closes the list until the next `/`.
 */
export const canned = component(() => {
  /** The position of the `/`, also of one whose list was closed. */
  let start = -1
  let putAway = -1
  let looks = 0

  return {
    entries: [] as CannedEntry[],
    marked: 0,

    get hasNone() {
      return this.entries.length === 0
    },

    get countFound() {
      const count = this.entries.length
      return count ? text('inbox_script.composer.canned', { count }) : ''
    },

    /** The marked entry's id, for the field's `aria-activedescendant`. */
    get markedId() {
      return this.hasNone ? null : this.idOf(this.marked)
    },

    idOf: (index: number) => `chat-canned-${index}`,

    isMarked(index: number) {
      return index === this.marked
    },

    /** Follows what is typed. */
    async follow() {
      const look = ++looks
      const { page } = this.$inbox
      const found = typedIn(this.textarea())
      if (!found) putAway = -1
      if (!found || found.start === putAway) return this.close()
      const entries = await page.canned.matching(found.word).catch((error) => {
        page.failed(error)
        return []
      })
      if (look !== looks) return
      start = found.start
      this.entries = entries
      this.mark(0)
    },

    /** Handles the list's keys. */
    choose(event: KeyboardEvent) {
      if (this.hasNone || event.isComposing || !this.handle(event)) return
      event.preventDefault()
      event.stopPropagation()
    },

    handle({ key, shiftKey }: KeyboardEvent) {
      const { length } = this.entries
      if (key === 'ArrowDown') this.mark((this.marked + 1) % length)
      else if (key === 'ArrowUp') this.mark((this.marked + length - 1) % length)
      else if ((key === 'Enter' || key === 'Tab') && !shiftKey) void this.take(this.marked)
      else if (key === 'Escape') this.dismiss()
      else return false
      return true
    },

    dismiss() {
      putAway = start
      this.close()
    },

    close() {
      looks += 1
      this.entries = []
    },

    mark(index: number) {
      this.marked = index
      const { list } = this.$refs
      void this.$nextTick(() => list.children[index + 1]?.scrollIntoView({ block: 'nearest' }))
    },

    /** Replaces the `/` by the response, unless the `/` has been removed meanwhile. */
    async take(index: number) {
      const { page } = this.$inbox
      const { id } = this.entries[index]
      const field = this.textarea()
      const at = start
      const typed = field.value.slice(at, field.selectionStart)
      this.close()
      try {
        const content = await page.canned.text(field.form!.dataset.conversation!, id)
        const isThere = field.value.startsWith(typed, at)
        const from = isThere ? at : field.selectionStart
        field.setRangeText(content, from, isThere ? at + typed.length : from, 'end')
        field.dispatchEvent(new Event('input', { bubbles: true }))
        this.close()
      } catch (error) {
        page.failed(error)
      }
    },

    textarea() {
      return this.$refs.field as HTMLTextAreaElement
    },
  }
})

function typedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) {
  if (selectionStart !== selectionEnd) return null
  const match = TYPED.exec(value.slice(0, selectionStart))
  if (!match) return null
  return { start: selectionStart - match[1].length - 1, word: match[1] }
}
