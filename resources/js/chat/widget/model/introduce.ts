import type { Chat } from './chat.js'
import type { Identity, Visitor } from './types.js'

/** Saves details of the visitor, and takes what the server then knows of them; rejects with a `RequestError`. */
export async function introduce({ api, contact }: Chat, details: Identity) {
  const { visitor } = await api.post<{ visitor: Visitor }>('/identify', details)
  contact.visitor = visitor
}
