import { setImmediate } from 'node:timers/promises'
import type Agent from '#chat/models/agent'
import { ExportRunning } from '#chat/exceptions/chat_errors'
import {
  exportedConversations,
  type ExportedConversation,
} from '#chat/services/exported_conversations'
import type { Inbox } from '#chat/services/inbox'
import type { InboxScope } from '#chat/services/inbox_scope'

/** Few enough for everybody else to get their turn soon, as each lot is a moment of the process' time. */
const AT_A_TIME = 100

/** Whole lists of conversations, however long, with a search or without (I12). */
export class ConversationExport {
  #running = new Set<number>()

  constructor(protected inbox: Inbox) {}

  /**
   * Counts an export of this agent as running until what it returns is called, and allows no second one.
   *
   * @throws ExportRunning
   */
  begin({ id }: Agent): () => void {
    if (this.#running.has(id)) throw new ExportRunning()
    this.#running.add(id)
    return () => this.#running.delete(id)
  }

  /**
   * The conversations of a list, in its order, some at a time: whoever reads slowly holds neither a
   * transaction nor memory. Some may be none, so that one who stops reading is noticed.
   */
  async *batches(tenantId: string, scope: InboxScope): AsyncGenerator<ExportedConversation[]> {
    for await (const ids of this.#ids(tenantId, scope)) {
      yield []
      for (let from = 0; from < ids.length; from += AT_A_TIME) {
        yield await exportedConversations(tenantId, ids.slice(from, from + AT_A_TIME))
        await setImmediate()
      }
    }
  }

  /**
   * Each id once. A list is taken as it stands at that moment, so that nobody is left out who moves
   * up in it meanwhile; a search takes its time, and is passed on as it goes.
   */
  async *#ids(tenantId: string, scope: InboxScope): AsyncGenerator<number[]> {
    const known = new Set<number>()
    for await (const page of this.inbox.ids(tenantId, scope)) {
      const ids = page.filter((id) => !known.has(id))
      for (const id of ids) known.add(id)
      if (scope.q) yield ids
    }
    if (!scope.q) yield [...known]
  }
}
