import type { Chat } from '../model/chat.js'
import type { Message } from '../model/types.js'
import { text } from '../texts.js'
import { BubbleView, type OwnState } from './bubble_view.js'
import { h, write } from './dom.js'
import { layOut, type Bubble, type Item } from './grouping.js'
import { Scroller } from './scroller.js'

/** The messages. Follows the end while the visitor is there; elsewhere the visible messages never move. */
export class ThreadView {
  readonly element: HTMLElement
  #log = h('div', { 'role': 'log', 'aria-label': text('log'), 'aria-live': 'off' })
  #typing = h('div', { 'class': 'typing', 'aria-live': 'off', 'hidden': true })
  #older = h(
    'button',
    { type: 'button', class: 'older', hidden: true, click: () => this.#loadOlder() },
    text('earlier')
  )
  #pill = h('button', { type: 'button', class: 'pill', hidden: true }, text('new_messages'))
  #bubbles = new Map<string, BubbleView>()
  #lines = new Map<string, HTMLElement>()
  #loading = false
  #lastOwn?: Message
  #scroller: Scroller

  constructor(
    private chat: Chat,
    intro: HTMLElement,
    below: HTMLElement[]
  ) {
    const pane = h(
      'div',
      { class: 'scroll', tabindex: '0' },
      this.#older,
      intro,
      this.#log,
      ...below,
      this.#typing
    )
    this.#scroller = new Scroller(pane, {
      onEnd: (isAtEnd) => {
        if (isAtEnd) this.#pill.hidden = true
        chat.reachedEnd(isAtEnd)
      },
      onTop: () => this.#loadOlder(),
    })
    this.#pill.addEventListener('click', () => this.#scroller.toEnd())
    this.element = h('div', { class: 'thread' }, pane, this.#pill)
  }

  /** A message of the team arrived while the visitor was reading further up. */
  announce() {
    if (!this.#scroller.isAtEnd) this.#pill.hidden = false
  }

  toEnd() {
    this.#scroller.toEnd()
  }

  /** Draws what is below the messages together with them, so that the end stays visible. */
  render(drawBelow = () => {}) {
    const { thread, outbox, typing } = this.chat
    const items = layOut(thread.sections, outbox.entries)

    this.#lastOwn = thread.current?.messages.filter((m) => m.sender_type === 'visitor').at(-1)
    this.#scroller.keep(() => {
      this.#older.hidden =
        !thread.sections[0]?.hasOlder && !thread.sections[0]?.conversation.previous_id
      this.#arrange(items.map((item) => this.#node(item)))
      this.#forget(new Set(items.map((item) => item.key)))
      drawBelow()
      this.#typing.hidden = typing.name === null
      write(
        this.#typing,
        typing.name === null ? '' : text('typing', { name: typing.name || text('team') })
      )
    })
    // Earlier messages were read before; only new ones are announced
    if (items.length && !this.#loading) setTimeout(() => (this.#log.ariaLive = 'polite'), 500)
  }

  #node(item: Item): HTMLElement {
    if (item.kind !== 'bubble') {
      const line = this.#lines.get(item.key) ?? h('div', { class: item.kind })
      this.#lines.set(item.key, line)
      write(line, item.text)
      return line
    }

    let view = this.#bubbles.get(item.key)
    if (!view) {
      view = new BubbleView(
        this.chat,
        ({ pending }) => pending && this.chat.outbox.retry(pending.id),
        ({ pending }) => pending && this.chat.outbox.remove(pending.id)
      )
      this.#bubbles.set(item.key, view)
    }
    view.update(item.bubble, this.#stateOf(item.bubble))
    return view.element
  }

  #stateOf({ own, pending, message }: Bubble): OwnState | null {
    const { chat } = this
    if (!own) return null
    if (pending?.failed !== undefined)
      return { text: text('failed', { reason: pending.failed }), failed: true }
    if (pending) {
      if (chat.contact.isMissing) return { text: text('details_needed') }
      if (!chat.outbox.troubleOf(pending)) return { text: text('sending') }
      const isStored = chat.outbox.isStored(pending)
      if (chat.outbox.limitedUntil) return { text: isStored ? text('held') : text('held_here') }
      return { text: isStored ? text('kept') : text('kept_here') }
    }

    if (message !== this.#lastOwn) return null
    const seen = (chat.thread.current?.conversation.agent_read_seq ?? 0) >= message!.seq
    return { text: seen || message!.read_at ? text('seen') : text('sent') }
  }

  /** Orders the nodes. Unchanged ones are not moved: moving would animate and announce them again. */
  #arrange(nodes: HTMLElement[]) {
    const wanted = new Set<Element>(nodes)
    for (const child of Array.from(this.#log.children)) if (!wanted.has(child)) child.remove()

    let next = this.#log.firstChild
    for (const node of nodes) {
      if (node === next) next = next.nextSibling
      else this.#log.insertBefore(node, next)
    }
  }

  #forget(keys: Set<string>) {
    for (const known of [this.#bubbles, this.#lines]) {
      for (const key of known.keys()) if (!keys.has(key)) known.delete(key)
    }
  }

  async #loadOlder() {
    if (this.#loading || this.#older.hidden) return
    this.#loading = true
    this.#log.ariaLive = 'off'
    await this.chat.loadOlder().catch(() => {})
    // The views are redrawn before the next request
    setTimeout(() => {
      this.#loading = false
      this.render()
    }, 50)
  }
}
