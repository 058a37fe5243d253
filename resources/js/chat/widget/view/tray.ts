import type { PendingFile, PendingFiles } from '../../shared/files/pending_files.js'
import { fileSize } from '../../../../../app/chat/texts/file_size.js'
import { locale } from '../locale.js'
import { text } from '../texts.js'
import { h, write } from './dom.js'

/** The files beside the composer, each with its progress, or with the reason why it was not uploaded. */
export class Tray {
  readonly element = h('ul', { class: 'tray' })
  #rows = new Map<string, Row>()

  constructor(private files: PendingFiles) {
    this.render()
  }

  render() {
    const { entries } = this.files
    this.element.hidden = entries.length === 0
    for (const [id, row] of this.#rows) {
      if (entries.some((entry) => entry.id === id)) continue
      row.element.remove()
      this.#rows.delete(id)
    }
    for (const entry of entries) this.#rowOf(entry).update(entry)
  }

  #rowOf(entry: PendingFile) {
    let row = this.#rows.get(entry.id)
    if (!row) {
      row = new Row(entry, this.files)
      this.#rows.set(entry.id, row)
      this.element.append(row.element)
    }
    return row
  }
}

const percent = new Intl.NumberFormat(locale, { style: 'percent' })

/** One file of the tray. */
class Row {
  readonly element: HTMLElement
  #name = h('span', { class: 'file-name', dir: 'auto' })
  #state = h('span', { role: 'status' })
  #bar = h('progress', { max: 1 })
  #retry: HTMLButtonElement

  constructor({ id, name, picture }: PendingFile, files: PendingFiles) {
    const labelled = (key: 'retry' | 'remove', click: () => void) =>
      h('button', { 'type': 'button', 'aria-label': `${label(key)}: ${name}`, click }, label(key))
    this.#retry = labelled('retry', () => files.retry(id))
    const remove = labelled('remove', () => files.remove(id))
    const about = h('span', { class: 'about' }, this.#name, this.#state, this.#bar)
    const shown = picture && h('img', { src: picture, alt: '' })
    this.element = h('li', {}, shown, about, this.#retry, remove)
  }

  update({ name, size, progress, failed, isTemporary, kept }: PendingFile) {
    write(this.#name, name)
    const under = `${text('sending')} ${percent.format(progress)}`
    write(this.#state, failed ?? (kept ? fileSize(size, locale) : under))
    this.#bar.value = progress
    this.#bar.hidden = !!kept || failed !== undefined
    this.#retry.hidden = failed === undefined || !isTemporary
    this.element.classList.toggle('failed', failed !== undefined)
  }
}

/** The build numbers texts by the call in which their key stands. */
const label = (key: 'retry' | 'remove') => (key === 'retry' ? text('retry') : text('remove'))
