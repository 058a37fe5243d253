import styles from '../../../css/chat/widget/files.css?inline'
import type { WidgetConfigJson } from '../../../../app/chat/transformers/json/widget_json.js'
import { PendingFiles } from '../shared/files/pending_files.js'
import { sendFile } from '../shared/files/send_file.js'
import type { Chat } from './model/chat.js'
import type { FileOfMessage } from './model/types.js'
import { text } from './texts.js'
import { h } from './view/dom.js'
import { FileView } from './view/file_view.js'
import { Tray } from './view/tray.js'

type Limits = Pick<WidgetConfigJson, 'accept' | 'max_file_megabytes'>

const MEGABYTE = 1024 * 1024

/**
 * Phones offer their camera for media types. Chromium on Android 14 shows pictures that were taken before, and no camera, unless one
 * type is unknown to its picker (crbug.com/40937303).
 */
const withCamera = (accept: string) => {
  if (!accept.includes('.jpg')) return accept
  const unknown = /Android/.test(navigator.userAgent) ? ',android/allowCamera' : ''
  return `${accept},image/jpeg,image/png${unknown}`
}

/**
 * Uploads files, and shows those of messages. Loaded with the first file; it is built beside the frame's script, and works on the
 * frame's own `Chat`.
 */
export class Files {
  #pending: PendingFiles
  #tray: Tray
  #views: FileView
  #picker: HTMLInputElement
  /** What the widget accepts, known with the first file. */
  #limits?: Promise<Limits | undefined>
  #largest = Infinity

  constructor(
    private chat: Chat,
    composer: HTMLElement,
    private layOutComposer: () => void
  ) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    this.#pending = new PendingFiles({
      upload: (file, id, onProgress, signal) => this.#upload(file, id, onProgress, signal),
      forget: ({ id }) => void chat.api.post(`/files/${id}/delete`).catch(() => {}),
      refusal: () => undefined,
      reasonOf: ({ status, body }) => (status && body.errors?.[0]?.message) || text('keep_failed'),
      onChange: () => this.#changed(),
    })
    this.#tray = new Tray(this.#pending)
    composer.before(this.#tray.element)
    this.#views = new FileView(chat.api)
    this.#picker = h('input', { type: 'file', multiple: true, hidden: true, change: this.#chosen })
    composer.before(this.#picker)
    this.#restore()
  }

  get isBusy() {
    return this.#pending.isBusy
  }

  get ready(): FileOfMessage[] {
    return this.#pending.ready
  }

  /** Opens the picker, for the kinds of files that the widget accepts. */
  async choose() {
    const limits = await this.#ask()
    this.#picker.accept = withCamera(limits?.accept ?? '')
    this.#picker.click()
  }

  async add(files: File[]) {
    const limits = await this.#ask()
    this.#largest = limits?.max_file_megabytes ?? Infinity
    this.#pending.add(files)
  }

  clear() {
    this.#pending.clear()
  }

  /** Shows the files of a message above its text, once. */
  draw(files: FileOfMessage[], message: HTMLElement) {
    const drawn = message.previousElementSibling?.matches('.files')
    if (!files.length || drawn) return
    message.before(this.#views.draw(files))
    message.hidden = !message.textContent
    // The thread follows its end
    this.chat.onChange()
  }

  #chosen = () => {
    void this.add([...this.#picker.files!])
    this.#picker.value = ''
  }

  /** Without an answer, the server refuses what it does not accept. */
  #ask() {
    this.#limits ??= this.chat.api.get<Limits>('/config').catch(() => (this.#limits = undefined))
    return this.#limits
  }

  async #upload(
    file: File,
    id: string,
    onProgress: (part: number) => void,
    signal: AbortSignal
  ): Promise<FileOfMessage> {
    const { api, sync } = this.chat
    await sync.ensureSession()
    const beside = this.#pending.entries.findIndex((entry) => entry.id === id)
    const query = new URLSearchParams({
      ...{ name: file.name.slice(-255), upload_id: id },
      ...{ size: String(file.size), beside: String(beside) },
    })
    const url = api.url(`/files?${query}`)
    // What is too large is not sent: the server says so in words
    const body = file.size > this.#largest * MEGABYTE ? new Blob() : file
    return sendFile<FileOfMessage>(body, { url, headers: api.headers(), onProgress, signal })
  }

  /** What was uploaded stays beside the composer when the page is left. */
  #changed() {
    const { ready } = this.#pending
    this.chat.store.set('files', ready.length ? JSON.stringify(ready) : null)
    this.#tray.render()
    this.layOutComposer()
  }

  #restore() {
    try {
      const kept = JSON.parse(this.chat.store.get('files') ?? '[]')
      if (kept.length) this.#pending.restore(kept)
    } catch {}
  }
}
