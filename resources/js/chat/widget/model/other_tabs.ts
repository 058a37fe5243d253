import type { Chat } from './chat.js'

/** Follows what another tab has written to the shared store. */
export function stored(chat: Chat, name: string, value: string | null) {
  const { sync } = chat
  const token = chat.store.get('token')
  chat.store.changed(name, value)
  if (name === 'token' && value && value !== token) sync.renew()
  if (name.startsWith('o:')) {
    if (value) chat.outbox.flush()
    else sync.refresh()
  }
  chat.changed()
}
