import type Conversation from '#chat/models/conversation'
import { chatUrl } from '#chat/support/chat_url'

/** Reading on without a script, in either direction. */
export function threadLinks(
  { externalId, lastSeq }: Conversation,
  thread: { firstSeq: number; lastSeq: number },
  query: string
) {
  const named = { id: externalId }
  const around = (seq: number) =>
    `${chatUrl('chat.inbox.show', named, `${query}&at=${seq}`)}#message-${seq}`
  return {
    olderUrl: around(thread.firstSeq),
    newerUrl: around(thread.lastSeq),
    newestUrl: chatUrl('chat.inbox.show', named, query),
    newestSeq: lastSeq,
  }
}
