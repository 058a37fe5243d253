import type { BulkJson } from '../../../../../app/chat/transformers/json/inbox_json.js'
import { component } from '../../shared/component.js'
import { text } from '../texts.js'

const MOST = 100

/** The selected rows, and the bar with actions for all of them. */
export const selection = component(() => {
  let anchor: string | undefined
  /** The ids of the selected conversations: a row stays selected when it is redrawn, or leaves the list and returns. */
  let picked = new Set<string>()
  let watched: MutationObserver | undefined

  return {
    count: 0,
    isBusy: false,

    init() {
      if (!this.$refs.bar) return
      watched = new MutationObserver(() => this.restore())
      watched.observe(this.$refs.rows, { childList: true, subtree: true })
      this.note()
    },

    destroy() {
      watched?.disconnect()
    },

    get countText() {
      return text('inbox_script.selection.count', { count: this.count })
    },

    /** A click with Shift applies the change of this row to all rows since the last click. */
    clicked(event: MouseEvent) {
      const box = event.target as HTMLInputElement
      if (!box.matches('.chat-row__check')) return
      const boxes = this.boxes()
      const from = boxes.findIndex(({ value }) => value === anchor)
      const to = boxes.indexOf(box)
      if (event.shiftKey && from >= 0) {
        const range = boxes.slice(Math.min(from, to), Math.max(from, to) + 1)
        for (const each of range) each.checked = box.checked
      }
      anchor = box.value
      this.note()
    },

    selectAll({ target }: Event) {
      const { checked } = target as HTMLInputElement
      for (const [at, box] of this.boxes().entries()) box.checked = checked && at < MOST
      this.note()
    },

    /** The browser clears the boxes after the event. */
    cleared() {
      picked = new Set()
      setTimeout(() => this.recount())
    },

    async send({ submitter }: SubmitEvent) {
      const ids = this.selected()
      const { page } = this.$inbox
      if (ids.length > MOST) {
        return page.toast(text('inbox_script.selection.most', { count: MOST }))
      }
      if (ids.length === 0) return
      for (const menu of this.$refs.bar.querySelectorAll('details')) menu.open = false
      this.isBusy = true
      await this.post(ids, submitter as HTMLButtonElement).catch((error) => page.failed(error))
      this.isBusy = false
      this.$inbox.acted(ids)
    },

    async post(ids: string[], button: HTMLButtonElement) {
      const { page, undo: undoing } = this.$inbox
      const body = button.name ? { ids, [button.name]: button.value } : { ids }
      const url = button.getAttribute('formaction')!
      const { summary, undo } = await page.api.post<BulkJson>(url, body)
      ;(this.$refs.bar as HTMLFormElement).reset()
      if (undo) undoing.offer({ ...undo, summary })
      else page.toast(summary)
    },

    /** Takes the selection from the checkboxes on the screen. */
    note() {
      for (const { value, checked } of this.boxes()) {
        if (checked) picked.add(value)
        else picked.delete(value)
      }
      this.recount()
    },

    /** Sets the checkboxes on the screen from the selection. */
    restore() {
      for (const box of this.boxes()) box.checked = picked.has(box.value)
      this.recount()
    },

    recount() {
      const all = this.$refs.all as HTMLInputElement
      const most = Math.min(this.boxes().length, MOST)
      this.count = this.selected().length
      all.checked = this.count > 0 && this.count >= most
      all.indeterminate = this.count > 0 && !all.checked
    },

    selected() {
      const selected = this.boxes().filter(({ checked }) => checked)
      return selected.map(({ value }) => value)
    },

    boxes() {
      return [...this.$refs.rows.querySelectorAll<HTMLInputElement>('.chat-row__check')]
    },
  }
})
