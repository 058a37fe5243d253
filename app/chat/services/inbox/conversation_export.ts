import { setImmediate } from 'node:timers/promises'
import type Agent from '#chat/models/agent'
import { ExportRunning } from '#chat/exceptions/chat_errors'
import {
  exportedConversations,
  type ExportedConversation,
} from '#chat/services/inbox/exported_conversations'
import type { InboxLists } from '#chat/services/inbox/inbox_lists'
import type { InboxScope } from '#chat/services/inbox/inbox_scope'

/** Conversations per query: a batch blocks the event loop only for a moment. */
const AT_A_TIME = 100

/** Exports of whole lists of conversations, filtered or searched (I12). */
export class ConversationExport {
  #running = new Set<number>()

  constructor(protected lists: InboxLists) {}

  /**
   * Reserves the one export that an agent may run at a time; the returned function releases it.
   *
   * @throws ExportRunning when the agent has an export running
   */
  begin({ id }: Agent): () => void {
    if (this.#running.has(id)) throw new ExportRunning()
    this.#running.add(id)
    return () => this.#running.delete(id)
  }

  /**
   * The conversations of a list, in its order and in batches: a slow reader holds neither a transaction nor memory.
   * Batches may be empty, so that a reader who has disconnected is noticed.
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
   * Each id once. A list is read as a snapshot, so that conversations moving up meanwhile are not missed; a search
   * takes longer and is streamed as it proceeds.
   */
  async *#ids(tenantId: string, scope: InboxScope): AsyncGenerator<number[]> {
    const known = new Set<number>()
    for await (const page of this.lists.ids(tenantId, scope)) {
      const ids = page.filter((id) => !known.has(id))
      for (const id of ids) known.add(id)
      if (scope.q) yield ids
    }
    if (!scope.q) yield [...known]
  }
}
