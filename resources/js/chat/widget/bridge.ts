import styles from '../../../css/chat/loader/arrived.css?inline'
import type { Identity, Page } from './model/types.js'

/** The loader's message to the frame when both are ready. */
export interface Welcome {
  store: Record<string, string>
  page: Page | null
  open: boolean
  /** Whether the visitor has opened it on this page rather than on an earlier one. */
  focus: boolean
  identity?: Identity
}

type Incoming = { type: string; [key: string]: any }

const PREFIX = 'crmchat-direct:'

/**
 * Messages between the frame and the website's page. Only the embedding window is heard, and only from the origin that
 * the frame was opened for; no other window can read what is sent.
 * Visited directly, without a website around it, the frame is its own counterpart.
 */
export class Bridge {
  readonly framed = window.parent !== window
  onMessage: (message: Incoming) => void = () => {}

  #origin = parentOrigin()
  #waiting: ((welcome: Welcome) => void)[] = []

  constructor(private key: string) {
    if (this.framed) addEventListener('message', (event) => this.#receive(event))
    else addEventListener('storage', (event) => this.#stored(event))
  }

  /** Reports that the frame is ready, with what the loader needs from now on. Repeated, it refreshes the store. */
  hello(): Promise<Welcome> {
    if (!this.framed) return Promise.resolve(this.#direct())
    this.post('ready', { styles })
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  post(type: string, data: object = {}) {
    if (this.framed) {
      if (this.#origin) window.parent.postMessage({ crmChat: 1, type, ...data }, this.#origin)
    } else if (type === 'set') this.#write(data as { k: string; v: string | null })
  }

  #receive(event: MessageEvent) {
    if (event.source !== window.parent || event.origin !== this.#origin) return
    if (event.data?.crmChat !== 1) return
    if (event.data.type !== 'init') return this.onMessage(event.data)
    this.#waiting.shift()?.(event.data)
  }

  #direct(): Welcome {
    const prefix = `${PREFIX}${this.key}:`
    const store: Record<string, string> = {}
    try {
      for (const [key, value] of Object.entries(localStorage)) {
        if (key.startsWith(prefix)) store[key.slice(prefix.length)] = value
      }
    } catch {}
    return { store, page: null, open: true, focus: true }
  }

  #write({ k, v }: { k: string; v: string | null }) {
    try {
      const key = `${PREFIX}${this.key}:${k}`
      if (v === null) localStorage.removeItem(key)
      else localStorage.setItem(key, v)
    } catch {
      this.onMessage({ type: 'unstored', k })
    }
  }

  #stored({ key, newValue }: StorageEvent) {
    const prefix = `${PREFIX}${this.key}:`
    if (key?.startsWith(prefix)) {
      this.onMessage({ type: 'stored', k: key.slice(prefix.length), v: newValue })
    }
  }
}

/** The hash names the embedding origin; it must match the browser's own value where there is one. */
function parentOrigin() {
  const claimed = decodeURIComponent(location.hash.replace(/^#o=/, ''))
  const known = location.ancestorOrigins?.[0]
  return known && known !== claimed ? '' : claimed
}
