import type Notification from '#chat/models/notification'
import { preview } from '#chat/services/conversations/message_log'
import { text } from '#chat/texts/text'

/** A notification in the language in use. */
export interface NoticeWords {
  title: string
  body: string
}

/** What a notification says, with its conversation, its visitor, the agent who caused it and the note. */
export function noticeWords(notification: Notification): NoticeWords {
  const { kind, by, message, conversation, count } = notification
  const visitor = conversation.visitor.displayName
  const newest = conversation.lastMessage ?? conversation.displayNumber
  if (kind === 'woken')
    return { title: text('agent_script.snooze_over', { visitor }), body: newest }
  if (kind === 'assigned') {
    const title = by
      ? text('agent_script.transferred', { agent: by.name, visitor })
      : text('agent_script.waiting', { visitor })
    return { title, body: message ? preview(message.content) : newest }
  }
  const title = count > 1 ? text('notices.messages', { visitor, count }) : visitor
  return { title, body: newest }
}
