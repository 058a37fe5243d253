import type { Patience } from '../../shared/patience.js'
import type { Api } from '../api.js'
import type { Chat } from './chat.js'
import { unlessOvertaken } from './overtaken.js'
import type { MessagesResponse } from './types.js'

/** Messages per request. */
const PAGE = 100

/** Fetches the state of the present conversation, if there is one, and all messages after its cursor. */
export async function fetchMissing(chat: Chat, api: Api, patience: Patience) {
  const section = chat.thread.current
  if (!section) return
  for (let hasMore = true; hasMore;) {
    const { id } = section.conversation
    const path = `/conversations/${id}/messages?after=${section.cursor}&limit=${PAGE}`
    const asked = api.get<MessagesResponse>(path, patience.signal())
    const answer = await unlessOvertaken(chat, asked)
    chat.thread.update(answer.conversation)
    chat.availability.take(answer)
    chat.sync.take(section, answer.messages, true)
    chat.unread = answer.unread
    hasMore = answer.has_more && answer.messages.length > 0
  }
  chat.changed()
}
