import type { PushOfferJson } from '../../../../../app/chat/transformers/json/notification_json.js'
import type { Bridge } from '../bridge.js'
import type { Chat } from './chat.js'
import type { Message } from './types.js'

type State = 'off' | 'on' | 'failed'

/** What the website's page says: that it is there, or what is true of its browser. */
interface Answer {
  state: 'here' | State
  endpoint?: string
  keys?: object
}

const ON = 'pushed'
const DECLINED = 'unpushed'

/**
 * Pushes to this browser when the team replies. The website's page asks for the permission and has the worker, as a
 * frame of another website can do neither; a page that cannot says nothing, and then nothing is offered.
 */
export class ReplyPush {
  /** What the visitor reads; undefined until the page has answered. */
  offer?: PushOfferJson
  #state?: State
  #wish = ''

  constructor(
    private chat: Chat,
    private bridge: Bridge
  ) {
    const { onMessage } = bridge
    bridge.onMessage = (message) => {
      if (message.type === 'push') void this.#heard(message as never as Answer)
      else onMessage(message)
    }
  }

  /** Asks the page, once, when the visitor has written and got a reply. */
  consider() {
    const { isTalking, thread, sync } = this.chat
    if (this.#wish || !sync.hasSession || !isTalking) return
    if (thread.current!.messages.some(isReply) && !this.#isDeclined) this.#post('hello')
  }

  /** What there is to show: the question, that it is on or that it has failed. */
  get shown(): State | undefined {
    if (!this.chat.isTalking || (this.#state === 'off' && this.#isDeclined)) return undefined
    return this.offer && this.#state
  }

  turnOn() {
    this.#post('on')
  }

  turnOff() {
    this.#post('off')
  }

  decline() {
    this.chat.store.set(DECLINED, '1')
    this.chat.changed()
  }

  get #isDeclined() {
    return !!this.chat.store.get(DECLINED)
  }

  async #heard(answer: Answer) {
    if (!this.#wish) return
    try {
      if (answer.state !== 'here') this.#state = await this.#settle(answer)
      else if (!this.offer) {
        this.offer = await this.chat.api.get<PushOfferJson>('/push')
        this.#post('state')
      }
    } catch {
      this.#state = 'failed'
    }
    this.chat.changed()
  }

  /** Has the CRM know what the browser has done. A subscription that another visitor has left here is not this one's. */
  async #settle({ state, endpoint, keys }: Answer): Promise<State> {
    const { api, store } = this.chat
    if (state === 'on' && (this.#wish === 'on' || store.get(ON))) {
      await api.post('/push', { endpoint, keys })
      store.set(ON, '1')
      return 'on'
    }
    if (this.#wish === 'off' && endpoint) await api.post('/push/remove', { endpoint })
    if (state === 'failed') return state
    store.set(ON, null)
    return 'off'
  }

  #post(wish: string) {
    this.#wish = wish
    this.bridge.post('push', { wish, key: this.offer?.key })
  }
}

const isReply = ({ sender_type: sender }: Message) => sender === 'agent'
