import { fileSize } from '../../../../../app/chat/texts/file_size.js'
import type { PendingFile, PendingFiles } from '../../shared/files/pending_files.js'
import { pageUrl } from '../../shared/page_url.js'
import { component } from '../../shared/component.js'
import { catalogue } from '../../shared/catalogue.js'
import { takeFiles } from '../composer/attached_files.js'
import { text } from '../texts.js'

/**
 * The files beside the composer: chosen, pasted or dropped on the conversation, each with its progress, or with the reason why it
 * was not uploaded.
 */
export const attached = component(() => {
  let files: PendingFiles | undefined
  const ends = new AbortController()

  return {
    shown: [] as PendingFile[],

    init() {
      const form = this.$el.closest('form')!
      files = takeFiles(form, this.$inbox.page, () => this.show())
      const { signal } = ends
      form.addEventListener('paste', (event) => this.given(event, event.clipboardData!), { signal })
      const pane = form.closest<HTMLElement>('[data-pane]')!
      pane.addEventListener('drop', (event) => this.given(event, event.dataTransfer!), { signal })
      pane.addEventListener('dragover', (event) => this.over(event), { signal })
      pane.addEventListener('dragleave', () => this.mark(false), { signal })
      this.show()
    },

    destroy() {
      ends.abort()
    },

    /** Shows the files, and tells the composer what it would send. */
    show() {
      this.shown = [...files!.entries]
      const detail = { count: this.shown.length, isBusy: files!.isBusy }
      this.$el.dispatchEvent(new CustomEvent('chat:attached', { bubbles: true, detail }))
    },

    get hasNone() {
      return this.shown.length === 0
    },

    choose(event: Event) {
      const input = event.currentTarget as HTMLInputElement
      files!.add([...input.files!])
      input.value = ''
    },

    over(event: DragEvent) {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      this.mark(true)
    },

    /** Whether files are held over the conversation. */
    mark(isOver: boolean) {
      this.$el.closest('form')!.toggleAttribute('data-over', isOver)
    },

    /** Text that an image comes along with stays text. */
    given(event: Event, { files: given, types }: DataTransfer) {
      this.mark(false)
      if (!types.includes('Files') || types.includes('text/plain')) return
      event.preventDefault()
      files!.add([...given])
    },

    hasPicture({ kept }: PendingFile) {
      return kept?.has_preview === true
    },

    /** From the server: the CRM's policy may let a page show no local one. */
    pictureOf({ kept }: PendingFile) {
      return pageUrl(`/files/${kept!.id}?preview=1`)
    },

    stateOf({ failed, kept, progress, size }: PendingFile) {
      const { locale } = catalogue()
      if (failed !== undefined) return failed
      if (kept) return fileSize(size, locale)
      const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(progress)
      return text('inbox_script.files.uploading', { percent })
    },

    isFailed({ failed }: PendingFile) {
      return failed !== undefined
    },

    isUnderWay({ failed, kept }: PendingFile) {
      return failed === undefined && !kept
    },

    canRetry({ failed, isTemporary }: PendingFile) {
      return failed !== undefined && isTemporary === true
    },

    removeLabel({ name }: PendingFile) {
      return text('inbox_script.files.remove', { name })
    },

    retryLabel({ name }: PendingFile) {
      return text('inbox_script.files.retry', { name })
    },

    retry(id: string) {
      files!.retry(id)
    },

    remove(id: string) {
      files!.remove(id)
    },
  }
})
