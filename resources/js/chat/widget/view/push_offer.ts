import type { ReplyPush } from '../model/reply_push.js'
import { h, write } from './dom.js'

/** Asks below the messages whether the visitor wants a push when the team replies, and lets them turn it off. */
export class PushOffer {
  readonly element: HTMLElement
  #status = h('p', { role: 'status' })
  #accept = h('button', { type: 'button', click: () => this.push.turnOn() })
  #leave = h('button', { type: 'button', class: 'skip', click: () => this.#left() })

  constructor(
    private push: ReplyPush,
    private onDone: () => void
  ) {
    const buttons = h('div', { class: 'contact' }, this.#accept, this.#leave)
    this.element = h('div', { class: 'reach' }, this.#status, buttons)
  }

  render() {
    const { push } = this
    push.consider()
    const { shown, offer } = push
    this.element.hidden = !shown
    if (!shown) return
    const { ask, accept, decline, on, turn_off, failed } = offer!
    write(this.#status, { off: ask, on, failed }[shown])
    write(this.#accept, accept)
    this.#accept.hidden = shown !== 'off'
    write(this.#leave, shown === 'on' ? turn_off : decline)
    this.#leave.hidden = shown === 'failed'
  }

  /** The button goes, and would take the focus along. */
  #left() {
    const { push } = this
    if (push.shown === 'on') push.turnOff()
    else {
      push.decline()
      this.onDone()
    }
  }
}
