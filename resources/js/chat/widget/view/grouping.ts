import { isEnded, type Section } from '../model/thread.js'
import type { Message, PendingMessage } from '../model/types.js'
import { text } from '../texts.js'
import { dayOf } from './times.js'

/** One line of the thread, in the order in which they are shown. */
export type Item =
  | { kind: 'day' | 'divider' | 'line'; key: string; text: string; at?: string }
  | { kind: 'bubble'; key: string; bubble: Bubble }

export interface Bubble {
  own: boolean
  /** First and last of a run of the same sender. */
  first: boolean
  last: boolean
  name: string | null
  content: string
  at: string
  message?: Message
  pending?: PendingMessage
}

const RUN = 5 * 60_000

/** Lays out conversations and messages on their way as days, runs of one sender, and lines. */
export function layOut(sections: Section[], pending: PendingMessage[]): Item[] {
  const items: Item[] = []
  const sent = new Set<string | null>()
  let day = ''
  let before: Bubble | undefined

  const add = (key: string, bubble: Bubble) => {
    const today = dayOf(bubble.at)
    if (today !== day) {
      items.push({ kind: 'day', key: `d:${key}`, text: today })
      before = undefined
    }
    day = today
    bubble.first = !before || !isSameRun(before, bubble)
    if (before && !bubble.first) before.last = false
    before = bubble
    items.push({ kind: 'bubble', key, bubble })
  }

  sections.forEach((section, index) => {
    for (const message of section.messages) {
      const key = message.client_message_id ?? message.id
      sent.add(message.client_message_id)
      if (message.sender_type === 'system' || message.type === 'event') {
        items.push({ kind: 'line', key, text: message.content, at: message.created_at })
        before = undefined
        continue
      }
      const own = message.sender_type === 'visitor'
      const { sender_name: name, content, created_at: at } = message
      add(key, { own, first: true, last: true, name, content: String(content ?? ''), at, message })
    }
    const { conversation } = section
    if (index < sections.length - 1) {
      items.push({ kind: 'divider', key: `p:${conversation.id}`, text: text('previous') })
      before = undefined
    } else if (isEnded(conversation)) {
      items.push({ kind: 'line', key: `e:${conversation.id}`, text: text('conversation_ended') })
    }
  })

  for (const message of pending) {
    if (sent.has(message.id)) continue
    const { id, content, at } = message
    add(id, { own: true, first: true, last: true, name: null, content, at, pending: message })
  }
  return items
}

function isSameRun(a: Bubble, b: Bubble) {
  return (
    a.own === b.own &&
    (a.own || a.name === b.name) &&
    Math.abs(Date.parse(b.at) - Date.parse(a.at)) < RUN
  )
}
