import { part } from '../dom.js'
import type { PendingReply, ReplyOutbox } from '../../agent/replies/reply_outbox.js'
import { text } from '../texts.js'

/** Replies on their way, below the thread, with their state. */
export class PendingView {
  readonly #list: HTMLElement
  readonly #template: HTMLTemplateElement

  constructor(
    thread: HTMLElement,
    private outbox: ReplyOutbox,
    private conversation: string
  ) {
    this.#list = part(thread, 'pending')
    this.#template = part<HTMLTemplateElement & HTMLElement>(thread, 'pending-template')
  }

  show() {
    const wanted = this.outbox.of(this.conversation)
    for (const shown of [...this.#list.children] as HTMLElement[]) {
      if (!wanted.some(({ id }) => id === shown.dataset.clientId)) shown.remove()
    }
    for (const outgoing of wanted) this.#fill(this.#find(outgoing) ?? this.#add(outgoing), outgoing)
  }

  #find({ id }: PendingReply) {
    return ([...this.#list.children] as HTMLElement[]).find(
      ({ dataset }) => dataset.clientId === id
    )
  }

  #add({ id, internal, content, files = [] }: PendingReply) {
    const bubble = this.#template.content.firstElementChild!.cloneNode(true) as HTMLElement
    bubble.dataset.clientId = id
    bubble.dataset.kind = internal ? 'note' : 'agent'
    part(bubble, 'by').hidden = !internal
    const names = files.map(({ name }) => `[${name}]`)
    part(bubble, 'text').textContent = [content, ...names].filter(Boolean).join('\n')
    part(bubble, 'retry').onclick = () => this.outbox.retry(id)
    part(bubble, 'discard').onclick = () => this.outbox.remove(id)
    this.#list.append(bubble)
    return bubble
  }

  #fill(bubble: HTMLElement, reply: PendingReply) {
    const problem = reply.failed ?? this.outbox.troubleOf(reply)?.message
    const state =
      problem === undefined
        ? text('inbox_script.composer.sending')
        : text('inbox_script.composer.not_sent', { problem })
    const isAtRisk = problem !== undefined && !this.outbox.isStored(reply)
    bubble.dataset.state = problem === undefined ? 'sending' : 'failed'
    part(bubble, 'state').textContent = isAtRisk
      ? text('inbox_script.composer.at_risk', { state })
      : state
    part(bubble, 'retry').hidden = problem === undefined
    part(bubble, 'discard').hidden = reply.failed === undefined
  }
}
