import { Outbox } from '../../shared/net/outbox.js'
import type { Store } from '../store.js'
import type { PendingMessage } from './types.js'

export interface VisitorOutboxOptions {
  store: Store
  lock: string
  /** Sends one message, with its id so that the server takes it once; rejects with a `RequestError`. */
  send(message: PendingMessage): Promise<void>
  /** False while something else has to happen first. */
  mayFlush(): boolean
  onChange(): void
}

/** What the visitor has written and the server has not confirmed, kept on the website's own origin. */
export class VisitorOutbox extends Outbox<PendingMessage> {
  constructor(private options: VisitorOutboxOptions) {
    const { store, lock } = options
    const storage = {
      list: () => store.list('o:'),
      set: (id: string, text: string | null) => store.set(`o:${id}`, text),
      isStored: (id: string) => store.isStored(`o:${id}`),
    }
    super(storage, lock)
  }

  add(content: string) {
    this.put({ content })
  }

  protected send(message: PendingMessage) {
    return this.options.send(message)
  }

  protected mayFlush() {
    return this.options.mayFlush()
  }

  protected changed() {
    this.options.onChange()
  }

  protected revive({ id, content, at, order, failed }: Partial<PendingMessage>) {
    return typeof content === 'string' ? { id: id!, content, at: at!, order: order!, failed } : null
  }
}
