import { setImmediate } from 'node:timers/promises'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { ExportRunning } from '#chat/exceptions/chat_errors'
import type { Inbox } from '#chat/services/inbox'
import type { InboxScope } from '#chat/services/inbox_scope'

/** Few enough for everybody else to get their turn soon, as each lot is a moment of the process' time. */
const AT_A_TIME = 50

/**
 * Whole lists of conversations, however long (I12). First which they are, as the list stands at that
 * moment, then what they say, some at a time: whoever reads slowly holds neither a transaction nor
 * memory, and no conversation is left out because it moves up the list meanwhile.
 */
export class ConversationExport {
  #running = new Set<number>()

  constructor(protected inbox: Inbox) {}

  /**
   * Runs one export of this agent, and refuses a second one until the first is released.
   *
   * @throws ExportRunning
   */
  begin({ id }: Agent): () => void {
    if (this.#running.has(id)) throw new ExportRunning()
    this.#running.add(id)
    return () => this.#running.delete(id)
  }

  /** The ids of all conversations of a list, in its order; fewer when nobody waits for them any more. */
  async ids(tenantId: string, scope: InboxScope, isGone = () => false): Promise<number[]> {
    const ids = new Set<number>()
    for await (const page of this.inbox.ids(tenantId, scope)) {
      for (const id of page) ids.add(id)
      if (isGone()) break
    }
    return [...ids]
  }

  /** The conversations of these ids, in their order, with their visitors, widgets and labels. */
  async *batches(tenantId: string, ids: number[]): AsyncGenerator<Conversation[]> {
    for (let from = 0; from < ids.length; from += AT_A_TIME) {
      yield await this.inbox.ofIds(tenantId, ids.slice(from, from + AT_A_TIME))
      await setImmediate()
    }
  }
}
