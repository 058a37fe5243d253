import { CHAT_EVENTS, Listeners } from './events.js'

/** The chat's own interface on the page; there as soon as its script has run. */
export type CrmChat = (command: string, ...args: unknown[]) => void

export type ChatWindow = Window & { CrmChat?: CrmChat }

/**
 * The script of one widget on the page. Commands that are given before it has run are kept for it. It is on the
 * page as long as someone holds it, to the end of the turn: what is removed and rendered again in one turn stays.
 */
export class PageWidget {
  readonly listeners = new Listeners()
  #holders = 0
  #script?: HTMLScriptElement
  #isLoaded = false
  #ending?: 'remove' | 'destroy'
  #waiting: [command: string, ...args: unknown[]][] = []
  #abort = new AbortController()

  /** `onRemoved` is called when the widget leaves the page. */
  constructor(
    readonly address: string,
    private onRemoved: () => void
  ) {
    this.#load()
  }

  hold() {
    this.#holders += 1
  }

  release() {
    this.#holders -= 1
    queueMicrotask(() => this.removeIfFree())
  }

  /** Takes everything off the page unless someone holds it. */
  removeIfFree() {
    if (this.#holders === 0) this.end('remove')
  }

  /** Takes everything off the page, held or not; `destroy` forgets the visitor as well. */
  end(how: 'remove' | 'destroy') {
    if (this.#ending) return
    this.#ending = how
    this.#abort.abort()
    if (this.#isLoaded) chatOf(window)?.(how)
    this.#script?.remove()
    this.onRemoved()
  }

  command(...call: [command: string, ...args: unknown[]]) {
    if (this.#isLoaded) chatOf(window)?.(...call)
    else this.#waiting.push(call)
  }

  #load() {
    const script = document.createElement('script')
    script.src = this.address
    script.async = true
    script.onload = () => this.#loaded()
    script.onerror = () => this.#failed()
    this.#script = script
    document.head.append(script)
  }

  #loaded() {
    const chat = chatOf(window)
    // A script that was on its way could not be held back
    if (this.#ending) return chat?.(this.#ending)
    if (!chat) return this.#report('The chat may not be shown on this website')
    this.#isLoaded = true
    for (const name of CHAT_EVENTS) {
      chat('on', name, (detail: never) => this.listeners.emit(name, detail))
    }
    for (const call of this.#waiting.splice(0)) chat(...call)
  }

  #failed() {
    this.#script?.remove()
    if (this.#ending) return
    this.#report(`The chat could not be loaded from ${this.address}`)
    const { signal } = this.#abort
    window.addEventListener('online', () => this.#load(), { once: true, signal })
  }

  #report(message: string) {
    this.listeners.emit('error', new Error(message))
  }
}

export const chatOf = (page: ChatWindow) => page.CrmChat
