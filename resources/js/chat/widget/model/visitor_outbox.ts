import { Outbox } from '../../shared/net/outbox.js'
import { RequestError } from '../../shared/net/request_error.js'
import type { Store } from '../store.js'
import type { FileOfMessage, PendingMessage } from './types.js'

/** The error code for one chat too many from an address. */
const CROWDED = 'E_CHAT_TOO_MANY_FROM_ADDRESS'

export interface VisitorOutboxOptions {
  store: Store
  lock: string
  /** Sends one message, with its id so that the server takes it once; rejects with a `RequestError`. */
  send(message: PendingMessage): Promise<void>
  /** False while something else has to happen first. */
  mayFlush(): boolean
  onChange(): void
}

/** Messages that the server has not confirmed, stored on the website's own origin. */
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

  /** Whether messages wait because the visitor's network has too many open chats. */
  get isCrowded() {
    return this.entries.some((entry) => {
      const trouble = this.troubleOf(entry)
      return trouble instanceof RequestError && trouble.code === CROWDED
    })
  }

  add(content: string, files?: FileOfMessage[]) {
    this.put({ content, files })
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

  protected revive(stored: Partial<PendingMessage>) {
    return typeof stored.content === 'string' ? (stored as PendingMessage) : null
  }
}
