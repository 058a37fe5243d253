import type { Api } from '../api.js'
import type { Thread } from './thread.js'
import type { MessagesResponse } from './types.js'

/** Fetches the page before the first message, or the end of the conversation before the first one. */
export async function loadOlder(thread: Thread, api: Api) {
  const [first] = thread.sections
  if (!first) return
  const { conversation, messages, hasOlder } = first
  const id = hasOlder ? conversation.id : conversation.previous_id
  if (!id) return
  const before = hasOlder ? `before=${messages[0].seq}&` : ''
  const path = `/conversations/${id}/messages?${before}limit=50`
  const answer = await api.get<MessagesResponse>(path)
  if (thread.sections[0] !== first) return
  if (hasOlder) thread.addOlder(first, answer.messages, answer.has_more)
  else thread.prepend(answer.conversation, answer.messages, answer.has_more)
}
