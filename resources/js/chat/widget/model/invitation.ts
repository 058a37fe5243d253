import type { Store } from '../store.js'

/** The entry of the store that holds the proactive message of a chat that has not begun. */
const ENTRY = 'invited'

/** A proactive message that the visitor has opened the chat by. */
export interface Invited {
  rule: string
  text: string
  sender: string
}

/** Keeps a proactive message until the visitor has answered it, over pages (W15). */
export class Invitation {
  constructor(private store: Store) {}

  get present(): Invited | null {
    try {
      return JSON.parse(this.store.get(ENTRY)!)
    } catch {
      return null
    }
  }

  take({ rule, text, sender }: Invited) {
    this.store.set(ENTRY, JSON.stringify({ rule, text, sender }))
  }

  /** It is answered, or the conversation goes on without. */
  end() {
    this.store.set(ENTRY, null)
  }
}
