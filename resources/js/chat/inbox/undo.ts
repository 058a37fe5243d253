import type { LiveFrame } from '../shared/live_connection.js'
import type { ConversationFrame } from './frames.js'
import type { Page } from './page.js'

/** What the server says of something that can be undone. */
export interface UndoOffer {
  ids: string[]
  summary: string
  seconds: number
}

interface KeptFrame extends ConversationFrame {
  conversation: ConversationFrame['conversation'] & { number: string }
  message: { type: string; content: string; sender_type: string }
}

const CANCELLED = /^Not (resolved|closed|archived): /

/** Offers to undo what has just been done, the latest first, and tells when something else was faster. */
export class Undo {
  #offers: (UndoOffer & { until: number })[] = []

  constructor(
    private page: Page,
    private onDone: (ids: string[]) => void
  ) {}

  offer(offer: UndoOffer) {
    this.#offers.push({ ...offer, until: Date.now() + offer.seconds * 1000 })
    const action = { label: 'Undo', run: () => void this.run(), seconds: offer.seconds, keys: 'z' }
    this.page.toast(offer.summary, action)
  }

  get isPossible() {
    return this.#latest() !== undefined
  }

  async run() {
    const offer = this.#latest()
    if (!offer) return
    this.#offers = this.#offers.filter((each) => each !== offer)
    try {
      const { ids } = offer
      const { summary } = await this.page.api.post<{ summary: string }>('/chat/bulk/undo', { ids })
      this.page.toast(summary)
    } catch (error) {
      this.page.failed(error)
    }
    this.onDone(offer.ids)
  }

  /** The visitor or a teammate wrote before it was done: then it is not done, and says so. */
  take(frame: LiveFrame) {
    if (frame.event !== 'chat.message.sent') return
    const { conversation, message } = frame as KeptFrame
    if (message.type !== 'event' || !CANCELLED.test(message.content)) return
    const id = conversation.external_id
    if (!this.#offers.some(({ ids }) => ids.includes(id))) return
    for (const offer of this.#offers) offer.ids = offer.ids.filter((each) => each !== id)
    this.page.toast(`${conversation.number}: ${message.content}`)
  }

  #latest() {
    this.#offers = this.#offers.filter(({ ids, until }) => ids.length && until > Date.now())
    return this.#offers.at(-1)
  }
}
