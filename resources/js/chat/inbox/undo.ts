import type { BulkJson, UndoOfferJson } from '../../../../app/chat/transformers/json/inbox_json.js'
import type { LiveFrame } from '../shared/live_connection.js'
import type { ConversationFrame, FrameMessage } from './frames.js'
import type { Page } from './page.js'
import { text } from './texts.js'
import { pageUrl } from '../shared/page_url.js'

interface KeptFrame extends ConversationFrame {
  message: FrameMessage
}

/** Offers to undo recent actions, the latest first, and reports when it is too late. */
export class Undo {
  #offers: (UndoOfferJson & { until: number })[] = []

  constructor(
    private page: Page,
    private onDone: (ids: string[]) => void
  ) {}

  offer(offer: UndoOfferJson) {
    this.#offers.push({ ...offer, until: Date.now() + offer.seconds * 1000 })
    const label = text('inbox_script.undo')
    const action = { label, run: () => void this.run(), seconds: offer.seconds, keys: 'z' }
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
      const { summary } = await this.page.api.post<BulkJson>(pageUrl('/bulk/undo'), { ids })
      this.page.toast(summary)
    } catch (error) {
      this.page.failed(error)
    }
    this.onDone(offer.ids)
  }

  /** Withdraws an action that a new message of the visitor or a teammate has cancelled. */
  take(frame: LiveFrame) {
    if (frame.event !== 'chat.message.sent') return
    const { conversation, message } = frame as KeptFrame
    if (message.event !== 'kept') return
    const id = conversation.uuid
    if (!this.#offers.some(({ ids }) => ids.includes(id))) return
    for (const offer of this.#offers) offer.ids = offer.ids.filter((each) => each !== id)
    this.page.toast(`${conversation.number}: ${message.content}`)
  }

  #latest() {
    this.#offers = this.#offers.filter(({ ids, until }) => ids.length && until > Date.now())
    return this.#offers.at(-1)
  }
}
