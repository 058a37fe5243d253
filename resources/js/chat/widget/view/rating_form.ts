import type { Chat } from '../model/chat.js'
import type { Rating } from '../model/rating.js'
import { isEnded } from '../model/thread.js'
import { text } from '../texts.js'
import { h, write } from './dom.js'

/**
 * Asks for a rating below an ended conversation. It leaves the focus where it is, thanks the visitor, lets them change
 * the rating, and can be dismissed.
 */
export class RatingForm {
  readonly element: HTMLFormElement
  #stars = [1, 2, 3, 4, 5].map((star) =>
    h('input', {
      'type': 'radio',
      'name': 'rating',
      'value': star,
      'aria-label': text('stars', { count: star }),
      'change': () => this.chat.onChange(),
    })
  )
  #comment = h('textarea', {
    'rows': 2,
    'maxlength': 2000,
    'aria-label': text('comment'),
    'placeholder': text('comment'),
  })
  #send = h('button', { type: 'submit', class: 'rate' }, text('rate'))
  #asking: HTMLElement
  #more: HTMLElement
  #thanks: HTMLElement
  #status = h('p', { role: 'status' })
  #change = h('button', { type: 'button', click: () => this.#reopen() }, text('change'))
  #conversation?: string
  #isChanging = false

  constructor(
    private chat: Chat,
    private rating: Rating
  ) {
    const stars = this.#stars.map((star) => h('label', {}, star, '☆'))
    this.#more = h('div', {}, this.#comment, this.#send)
    this.#asking = h(
      'fieldset',
      {},
      h('legend', {}, text('ask_rating')),
      h('div', { class: 'stars' }, ...stars),
      this.#more
    )
    const dismiss = () => this.rating.dismiss()
    this.#thanks = h('div', {}, this.#change)
    this.element = h(
      'form',
      { class: 'rating', hidden: true, submit: this.#submit },
      h('button', { 'type': 'button', 'aria-label': text('skip_rating'), 'click': dismiss }, '✕'),
      this.#asking,
      this.#status,
      this.#thanks
    )
  }

  render() {
    const { rating } = this
    const { thread } = this.chat
    this.element.hidden = !rating.isShown
    const current = thread.current?.conversation
    // A notice about one ending does not apply to the next
    if (!current || !isEnded(current)) this.#conversation = undefined
    if (!rating.isShown || !current) return
    if (this.#conversation !== current.id) this.#begin(current.id)
    const isAsking = this.#isChanging || !current.rating
    this.#asking.hidden = !isAsking
    this.#more.hidden = !this.#chosen
    this.#thanks.hidden = isAsking
    if (!isAsking) write(this.#status, text('thanks', { rating: current.rating! }))
  }

  get #chosen() {
    return this.#stars.findIndex(({ checked }) => checked) + 1
  }

  #begin(id: string) {
    this.#conversation = id
    this.#isChanging = false
    write(this.#status, '')
    this.element.reset()
  }

  #reopen() {
    const { rating, feedback } = this.chat.thread.current!.conversation
    this.#isChanging = true
    this.#stars[rating! - 1].checked = true
    this.#comment.value = feedback ?? ''
    write(this.#status, '')
    this.render()
    this.chat.onChange()
    this.#stars[rating! - 1].focus()
  }

  #submit = (event: Event) => {
    event.preventDefault()
    if (!this.#chosen || this.#send.disabled) return
    this.#send.disabled = true
    const hadFocus = this.element.contains(document.activeElement)
    this.rating
      .send(this.#chosen, this.#comment.value.trim())
      .then(
        () => {
          this.#isChanging = false
          this.render()
          if (hadFocus) this.#change.focus()
        },
        (error) => write(this.#status, error.status === 409 ? error.message : text('rate_failed'))
      )
      .finally(() => (this.#send.disabled = false))
  }
}
