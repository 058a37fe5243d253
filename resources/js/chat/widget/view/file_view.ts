import type { FileAddressJson } from '../../../../../app/chat/transformers/json/attachment_json.js'
import { fileSize } from '../../../../../app/chat/texts/file_size.js'
import type { Api } from '../api.js'
import { locale } from '../locale.js'
import type { FileOfMessage } from '../model/types.js'
import { h } from './dom.js'

/** Without a preview, larger pictures are loaded only when they are asked for. */
const SHOWN_WHOLE = 1_000_000
/** The longer side of a picture in the thread, in pixels. */
const SIDE = 240

/** Draws the files of messages: small pictures, and names to save the others by. */
export class FileView {
  #pictures = new Map<string, Promise<string>>()

  constructor(private api: Api) {}

  draw(files: FileOfMessage[]) {
    return h('div', { class: 'files' }, ...files.map((file) => this.#one(file)))
  }

  #one(file: FileOfMessage) {
    const isPicture = file.media_type.startsWith('image/')
    const isShown = isPicture && (file.has_preview || file.size <= SHOWN_WHOLE)
    const inside = isShown
      ? [this.#picture(file)]
      : [
          h('span', { class: 'file-name', dir: 'auto' }, file.name),
          h('span', { class: 'size' }, fileSize(file.size, locale)),
        ]
    const button = h(
      'button',
      {
        'type': 'button',
        'class': isShown ? 'picture' : 'file',
        'aria-label': isShown && file.name,
      },
      ...inside
    )
    button.addEventListener('click', () => void this.#save(file, isPicture).catch(() => {}))
    return button
  }

  /** Its place is there before the picture, so that the thread does not move. */
  #picture(file: FileOfMessage) {
    const { width, height } = file
    const scale = Math.min(1, SIDE / Math.max(width!, height!))
    const size = { width: Math.round(width! * scale), height: Math.round(height! * scale) }
    const image = h('img', { alt: '', ...size })
    this.#load(file, file.has_preview ? '?preview=1' : '').then(
      (url) => (image.src = url),
      () => image.replaceWith(file.name)
    )
    return image
  }

  /** A picture opens beside the chat; any other file is saved, from where it is kept when that has an address. */
  async #save(file: FileOfMessage, isPicture: boolean) {
    const href = (!isPicture && (await this.#addressOf(file))) || (await this.#load(file))
    const link = h('a', { href, target: '_blank', rel: 'noopener' })
    if (!isPicture) link.download = file.name
    link.click()
  }

  async #addressOf({ id }: FileOfMessage) {
    const { url } = await this.api.get<FileAddressJson>(`/files/${id}/address`)
    return url
  }

  /** The visitor's token stays out of addresses: what a file holds is loaded by the script. */
  #load({ id }: FileOfMessage, query = '') {
    const key = id + query
    let loading = this.#pictures.get(key)
    if (!loading) {
      loading = this.#fetch(`/files/${key}`)
      this.#pictures.set(key, loading)
      loading.catch(() => this.#pictures.delete(key))
    }
    return loading
  }

  async #fetch(path: string) {
    const { api } = this
    const answer = await fetch(api.url(path), { headers: api.headers(), credentials: 'omit' })
    if (!answer.ok) throw new Error(String(answer.status))
    return URL.createObjectURL(await answer.blob())
  }
}
