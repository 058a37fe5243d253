import type { Chat } from '../model/chat.js'
import { isEnded } from '../model/thread.js'
import { texts } from '../texts.js'
import { h, write } from './dom.js'

/**
 * Asks how it was, below an ended conversation. It takes nobody's focus, says its thanks, lets the visitor
 * change their mind, and goes away when told to.
 */
export class RatingForm {
  readonly element: HTMLFormElement
  #stars = [1, 2, 3, 4, 5].map((star) =>
    h('input', {
      'type': 'radio',
      'name': 'rating',
      'value': star,
      'aria-label': texts.stars(star),
      'change': () => this.chat.onChange(),
    })
  )
  #comment = h('textarea', {
    'rows': 2,
    'maxlength': 2000,
    'aria-label': texts.comment,
    'placeholder': texts.comment,
  })
  #send = h('button', { type: 'submit', class: 'rate' }, texts.rate)
  #asking: HTMLElement
  #more: HTMLElement
  #thanks: HTMLElement
  #said = h('p', { role: 'status' })
  #change = h('button', { type: 'button', click: () => this.#reopen() }, texts.change)
  #conversation?: string
  #isChanging = false

  constructor(private chat: Chat) {
    const stars = this.#stars.map((star) => h('label', {}, star, '☆'))
    this.#more = h('div', {}, this.#comment, this.#send)
    this.#asking = h(
      'fieldset',
      {},
      h('legend', {}, texts.askRating),
      h('div', { class: 'stars' }, ...stars),
      this.#more
    )
    const dismiss = () => this.chat.rating.dismiss()
    this.#thanks = h('div', {}, this.#change)
    this.element = h(
      'form',
      { class: 'rating', hidden: true, submit: this.#submit },
      h('button', { 'type': 'button', 'aria-label': texts.notNow, 'click': dismiss }, '✕'),
      this.#asking,
      this.#said,
      this.#thanks
    )
  }

  render() {
    const { rating, thread } = this.chat
    this.element.hidden = !rating.isShown
    const current = thread.current?.conversation
    // Whatever was said of one ending is not said of the next
    if (!current || !isEnded(current)) this.#conversation = undefined
    if (!rating.isShown || !current) return
    if (this.#conversation !== current.id) this.#begin(current.id)
    const isAsking = this.#isChanging || !current.rating
    this.#asking.hidden = !isAsking
    this.#more.hidden = !this.#chosen
    this.#thanks.hidden = isAsking
    if (!isAsking) write(this.#said, texts.thanks(current.rating!))
  }

  get #chosen() {
    return this.#stars.findIndex(({ checked }) => checked) + 1
  }

  #begin(id: string) {
    this.#conversation = id
    this.#isChanging = false
    write(this.#said, '')
    this.element.reset()
  }

  #reopen() {
    const { rating, feedback } = this.chat.thread.current!.conversation
    this.#isChanging = true
    this.#stars[rating! - 1].checked = true
    this.#comment.value = feedback ?? ''
    write(this.#said, '')
    this.render()
    this.chat.onChange()
    this.#stars[rating! - 1].focus()
  }

  #submit = (event: Event) => {
    event.preventDefault()
    if (!this.#chosen || this.#send.disabled) return
    this.#send.disabled = true
    const hadFocus = this.element.contains(document.activeElement)
    this.chat.rating
      .send(this.#chosen, this.#comment.value.trim())
      .then(
        () => {
          this.#isChanging = false
          this.render()
          if (hadFocus) this.#change.focus()
        },
        (error) => write(this.#said, error.status === 409 ? error.message : texts.rateFailed)
      )
      .finally(() => (this.#send.disabled = false))
  }
}
