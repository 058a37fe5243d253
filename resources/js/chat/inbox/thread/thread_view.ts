import { fragment, isForBrowser, part } from '../dom.js'
import { Scroller } from './scroller.js'
import { groupMessages, mergeDay, seqOf } from './days.js'
import { text } from '../texts.js'

/** Callbacks for positions in the thread. */
export interface ThreadHandlers {
  /** The agent has scrolled to the end. */
  onEnd(): void
  /** The agent scrolls close to the first loaded message. */
  onTop(): void
  /** The agent scrolls close to the last loaded message, and newer ones exist. */
  onBottom(): void
  /** The agent asks for the end of the thread, which is not loaded. */
  onNewest(): void
  /** A fragment is in the thread; these replies of the agent are no longer pending. */
  onMerged(clientIds: string[]): void
}

/** The thread on the screen: inserts the server's fragments, each message once and in order. */
export class ThreadView {
  readonly scroller: Scroller
  readonly #log: HTMLElement
  readonly #announcer: HTMLElement

  constructor(
    private element: HTMLElement,
    private handlers: ThreadHandlers
  ) {
    this.#log = part(element, 'log')
    this.#announcer = part(element, 'announcer')
    this.scroller = new Scroller(
      part(element, 'scroll'),
      part(element, 'pill'),
      handlers,
      element.querySelector<HTMLElement>('[data-match]')
    )
    this.hasNewer = element.dataset.hasNewer === 'yes'
    onClick(part(element, 'older'), () => handlers.onTop())
    onClick(part(element, 'newer'), () => handlers.onBottom())
  }

  get firstSeq() {
    return seqOf(this.#messages()[0])
  }

  get visitorReadSeq() {
    return Number(this.element.dataset.visitorRead)
  }

  get hasOlder() {
    return this.element.dataset.hasOlder === 'yes'
  }

  set hasOlder(hasOlder: boolean) {
    this.element.dataset.hasOlder = hasOlder ? 'yes' : 'no'
    part(this.element, 'older').hidden = !hasOlder
  }

  /** Whether newer messages exist that are not loaded. */
  get hasNewer() {
    return this.element.dataset.hasNewer === 'yes'
  }

  set hasNewer(hasNewer: boolean) {
    this.element.dataset.hasNewer = hasNewer ? 'yes' : 'no'
    part(this.element, 'newer').hidden = !hasNewer
    part(this.element, 'pill-text').textContent = text(
      hasNewer ? 'inbox_script.thread.newest' : 'inbox_script.thread.new'
    )
    this.scroller.isOpenEnded = hasNewer
  }

  /** The last message of the thread when it was opened, loaded or not. */
  get newestSeq() {
    return Number(this.element.dataset.newestSeq)
  }

  get isOnScreen() {
    return this.element.offsetParent !== null
  }

  /** Whether the newest message is visible. */
  get isEndVisible() {
    return !document.hidden && this.isOnScreen && this.scroller.isAtEnd
  }

  /** Marks messages of others after a `seq`, and returns their names. */
  markMissed(after: number): string[] {
    for (const message of this.#log.querySelectorAll('[data-missed]')) {
      message.removeAttribute('data-missed')
    }
    const missed = this.#messages().filter(
      (message) =>
        seqOf(message) > after &&
        !isOwn(message) &&
        ['visitor', 'agent', 'bot'].includes(message.dataset.kind!)
    )
    for (const message of missed) message.dataset.missed = ''
    return [...new Set(missed.map((message) => part(message, 'name').textContent!))]
  }

  /** Inserts messages; existing ones stay as they are. New ones are reported. */
  merge(html: string, { isNew = true } = {}) {
    this.mergeDays(fragment(html).querySelectorAll<HTMLElement>('[data-day]'), isNew)
  }

  /** Inserts days that are nodes already. */
  mergeDays(days: Iterable<HTMLElement>, isNew = true) {
    const newest = seqOf(this.#messages().at(-1))
    const added: HTMLElement[] = []
    this.scroller.keep(() => {
      for (const day of days) added.push(...mergeDay(this.#log, day))
      groupMessages(this.#messages())
      this.seen(this.visitorReadSeq)
      this.handlers.onMerged(clientIdsOf(added))
    })
    const fresh = added.filter((message) => seqOf(message) > newest && !isOwn(message))
    if (!isNew || fresh.length === 0) return
    this.scroller.announceNew()
    this.#announce(fresh)
  }

  /** Shows how far the visitor has read, under the newest reply. */
  seen(upTo: number) {
    this.element.dataset.visitorRead = String(Math.max(upTo, this.visitorReadSeq))
    for (const message of this.#log.querySelectorAll('[data-seen]')) {
      message.removeAttribute('data-seen')
    }
    const reply = [...this.#log.querySelectorAll<HTMLElement>('[data-kind="agent"]')].at(-1)
    if (reply && seqOf(reply) <= this.visitorReadSeq) reply.dataset.seen = ''
  }

  #announce(messages: HTMLElement[]) {
    const last = messages[messages.length - 1]
    const name = last.querySelector('[data-part="name"]')?.textContent
    const content = part(last, 'text').textContent ?? ''
    const count = text('inbox_script.thread.announced', { count: messages.length })
    const announcement = name
      ? text('inbox_script.thread.announced_by', { name, text: content })
      : content
    this.#announcer.textContent = count + announcement
  }

  #messages() {
    return [...this.#log.querySelectorAll<HTMLElement>('[data-seq]')]
  }
}

function onClick(element: HTMLElement, run: () => void) {
  element.addEventListener('click', (event) => {
    if (isForBrowser(event)) return
    event.preventDefault()
    run()
  })
}

const isOwn = (message: HTMLElement) => message.classList.contains('chat-message--own')

const clientIdsOf = (messages: HTMLElement[]) =>
  messages.map(({ dataset }) => dataset.clientId).filter((id) => id !== undefined)
