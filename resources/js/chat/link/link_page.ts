import type { LinkPageJson } from '../../../../app/chat/transformers/json/link_json.js'
import { createStore } from '../loader/store.js'
import { exchange, LinkOver } from './exchange.js'

type Message = { type: string; [name: string]: any }

/**
 * The page behind a link in an email: the chat's frame in the whole window, with this page in the role of the website.
 * It keeps the frame's memory under the link's own name, apart from that of the browser's visitor.
 */
export class LinkPage {
  readonly #notice = document.getElementById('chat-notice')!
  readonly #prefix: string
  readonly #store: ReturnType<typeof createStore>
  #frame?: HTMLIFrameElement

  constructor(private data: LinkPageJson) {
    this.#prefix = `crmchat-link:${data.token.slice(0, 8)}:`
    this.#store = createStore(this.#prefix)
  }

  /** Exchanges the link, and shows the conversation that it opens. */
  async open() {
    const { exchange: address, texts } = this.data
    this.#say(texts.opening)
    try {
      this.#store.write('token', await exchange(address))
    } catch (error) {
      return this.#say(error instanceof LinkOver ? texts.expired : texts.failed)
    }
    addEventListener('message', (event) => this.#receive(event))
    addEventListener('storage', ({ key: name, newValue }) => {
      if (name?.startsWith(this.#prefix)) {
        this.#post('stored', { k: name.slice(this.#prefix.length), v: newValue })
      }
    })
    this.#show()
  }

  #show() {
    this.#say('')
    this.#frame = document.createElement('iframe')
    this.#frame.title = document.title
    this.#frame.src = `${this.data.frame}#o=${location.origin}`
    document.body.append(this.#frame)
  }

  #receive({ origin, source, data }: MessageEvent) {
    const isOurs = origin === location.origin && source === this.#frame?.contentWindow
    if (!isOurs || data?.crmChat !== 1) return
    const { type, k, v } = data as Message
    if (type === 'ready') {
      this.#post('init', { store: this.#store.read(), page: null, open: true, focus: true })
    }
    if (type === 'set') this.#set(k, v)
    if (type === 'close') this.#close()
    if (type === 'forget') this.#end(this.data.texts.ended)
  }

  /** The frame drops a token that the server no longer accepts: then the link has expired. */
  #set(name: string, value: string | null) {
    if (name === 'token' && value === null) return this.#end(this.data.texts.expired)
    if (this.#store.write(name, value ?? undefined)) this.#post('unstored', { k: name })
  }

  #close() {
    const { ended, back } = this.data.texts
    this.#frame!.hidden = true
    this.#say(ended)
    const button = document.createElement('button')
    button.textContent = back
    button.onclick = () => {
      this.#say('')
      this.#frame!.hidden = false
      this.#frame!.focus()
      this.#post('open')
    }
    this.#notice.append(button)
    button.focus()
  }

  #end(notice: string) {
    this.#frame?.remove()
    this.#store.clear()
    this.#say(notice)
  }

  #say(notice: string) {
    this.#notice.textContent = notice
    this.#notice.hidden = !notice
  }

  #post(type: string, data: object = {}) {
    this.#frame?.contentWindow?.postMessage({ crmChat: 1, type, ...data }, location.origin)
  }
}
