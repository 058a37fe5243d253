import { fragment, isForBrowser, part } from '../dom.js'
import { Scroller } from './scroller.js'

/** What a place in the thread means to those who follow it. */
export interface ThreadHandlers {
  /** The reader has come to the end. */
  onEnd(): void
  /** The reader comes close to the beginning of what is there. */
  onTop(): void
  /** The reader comes close to the end of what is there, though not of the thread. */
  onBottom(): void
  /** The reader wants to see the end of the thread, which is not there. */
  onNewest(): void
  /** The thread is up to date with a fragment; these messages of the agent's own are pending no more. */
  onMerged(clientIds: string[]): void
}

const GROUP_WITHIN = 300_000

/** The thread on the screen: fits the server's fragments in, each message once and in its place. */
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
      element.querySelector<HTMLElement>('[data-hit]')
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

  /** Whether the thread goes on between what is there and its end. */
  get hasNewer() {
    return this.element.dataset.hasNewer === 'yes'
  }

  set hasNewer(hasNewer: boolean) {
    this.element.dataset.hasNewer = hasNewer ? 'yes' : 'no'
    part(this.element, 'newer').hidden = !hasNewer
    part(this.element, 'pill-text').textContent = hasNewer ? 'Newest messages' : 'New messages'
    this.scroller.isOpenEnded = hasNewer
  }

  /** The last message of the thread when it was opened, there or not. */
  get newestSeq() {
    return Number(this.element.dataset.newestSeq)
  }

  get isOnScreen() {
    return this.element.offsetParent !== null
  }

  /** Whether the newest message is before the reader's eyes. */
  get isEndVisible() {
    return !document.hidden && this.isOnScreen && this.scroller.isAtEnd
  }

  /** Marks what others wrote after a place, and answers who did. */
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

  /** Fits messages in; those that are there already stay as they are. What is new is told. */
  merge(html: string, { isNew = true } = {}) {
    this.mergeDays(fragment(html).querySelectorAll<HTMLElement>('[data-day]'), isNew)
  }

  /** The same for days that are nodes already. */
  mergeDays(days: Iterable<HTMLElement>, isNew = true) {
    const newest = seqOf(this.#messages().at(-1))
    const added: HTMLElement[] = []
    this.scroller.keep(() => {
      for (const day of days) added.push(...this.#mergeDay(day))
      this.#group()
      this.seen(this.visitorReadSeq)
      this.handlers.onMerged(clientIdsOf(added))
    })
    const fresh = added.filter((message) => seqOf(message) > newest && !isOwn(message))
    if (!isNew || fresh.length === 0) return
    this.scroller.tellNew()
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

  #mergeDay(day: HTMLElement) {
    const there = this.#log.querySelector<HTMLElement>(`:scope > [data-day="${day.dataset.day}"]`)
    const incoming = [...day.querySelectorAll<HTMLElement>('[data-seq]')].filter(
      (message) => !this.#log.querySelector(`[data-seq="${message.dataset.seq}"]`)
    )
    if (incoming.length === 0) return []
    if (there) for (const message of incoming) insert(there, message)
    else this.#insertDay(day)
    return incoming
  }

  #insertDay(day: HTMLElement) {
    const days = [...this.#log.querySelectorAll<HTMLElement>(':scope > [data-day]')]
    const next = days.find((other) => other.dataset.day! > day.dataset.day!)
    this.#log.insertBefore(day, next ?? null)
  }

  /** A message that follows one of the same sender closely goes without a name of its own. */
  #group() {
    let previous: HTMLElement | undefined
    for (const message of this.#messages()) {
      message.toggleAttribute('data-continued', continues(message, previous))
      previous = message
    }
  }

  #announce(messages: HTMLElement[]) {
    const last = messages[messages.length - 1]
    const name = last.querySelector('[data-part="name"]')?.textContent
    const text = part(last, 'text').textContent
    const count = messages.length > 1 ? `${messages.length} new messages. ` : ''
    this.#announcer.textContent = `${count}${name ? `${name}: ` : ''}${text}`
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

const seqOf = (message?: HTMLElement) => Number(message?.dataset.seq ?? 0)

const isOwn = (message: HTMLElement) => message.classList.contains('chat-message--own')

const clientIdsOf = (messages: HTMLElement[]) =>
  messages.map(({ dataset }) => dataset.clientId).filter((id) => id !== undefined)

function insert(day: HTMLElement, message: HTMLElement) {
  const next = [...day.querySelectorAll<HTMLElement>('[data-seq]')].find(
    (other) => seqOf(other) > seqOf(message)
  )
  day.insertBefore(message, next ?? null)
}

function continues(message: HTMLElement, previous?: HTMLElement) {
  if (!previous || previous.parentElement !== message.parentElement) return false
  if (previous.dataset.sender !== message.dataset.sender) return false
  return Date.parse(message.dataset.at!) - Date.parse(previous.dataset.at!) < GROUP_WITHIN
}
