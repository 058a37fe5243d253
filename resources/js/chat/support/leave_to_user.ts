import type { SupportPageJson } from '../../../../app/chat/transformers/json/support_json.js'
import { createStore } from '../loader/store.js'

/** Forgets in this browser what another user has left in the chat, in all its tabs. */
export function leaveToUser({ key, user, known }: SupportPageJson) {
  const store = createStore(`crmchat:${key}:`)
  const users = createStore(`crmchat-user:${key}:`)
  if (users.read().id !== user) store.clear()
  users.write('id', user)
  // The chat then loads by itself, and shows what is unread
  if (known) store.write('known', '1')
}
