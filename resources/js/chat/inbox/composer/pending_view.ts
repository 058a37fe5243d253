import { part } from '../dom.js'
import type { Outbox, Outgoing } from './outbox.js'

/** What is being sent, below the thread, with what has become of it. */
export class PendingView {
  readonly #list: HTMLElement
  readonly #template: HTMLTemplateElement

  constructor(
    thread: HTMLElement,
    private outbox: Outbox,
    private conversation: string
  ) {
    this.#list = part(thread, 'pending')
    this.#template = part<HTMLTemplateElement & HTMLElement>(thread, 'pending-template')
  }

  show() {
    const wanted = this.outbox.of(this.conversation)
    for (const shown of [...this.#list.children] as HTMLElement[]) {
      if (!wanted.some(({ clientId }) => clientId === shown.dataset.clientId)) shown.remove()
    }
    for (const outgoing of wanted) this.#fill(this.#find(outgoing) ?? this.#add(outgoing), outgoing)
  }

  #find({ clientId }: Outgoing) {
    return ([...this.#list.children] as HTMLElement[]).find(
      ({ dataset }) => dataset.clientId === clientId
    )
  }

  #add({ clientId, internal, content }: Outgoing) {
    const bubble = this.#template.content.firstElementChild!.cloneNode(true) as HTMLElement
    bubble.dataset.clientId = clientId
    bubble.dataset.kind = internal ? 'note' : 'agent'
    part(bubble, 'by').hidden = !internal
    part(bubble, 'text').textContent = content
    part(bubble, 'retry').onclick = () => this.outbox.retry(clientId)
    part(bubble, 'discard').onclick = () => this.outbox.discard(clientId)
    this.#list.append(bubble)
    return bubble
  }

  #fill(bubble: HTMLElement, { problem, isRefused }: Outgoing) {
    bubble.dataset.state = problem ? 'failed' : 'sending'
    part(bubble, 'state').textContent = problem ? `Not sent: ${problem}` : 'Sending…'
    part(bubble, 'retry').hidden = !problem
    part(bubble, 'discard').hidden = !isRefused
  }
}
