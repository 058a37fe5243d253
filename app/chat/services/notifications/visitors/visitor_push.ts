import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import { textOf } from '#chat/services/attachments/sent_files'
import { cutTo } from '#chat/services/mail/mail_quotes'
import { topicOf } from '#chat/services/notifications/push/push_post'
import type { VisitorPushJson } from '#chat/transformers/json/notification_json'

/** Characters of a reply that a notification shows. */
const SHOWN = 200

/**
 * Unread replies as one push: who wrote last, how many there are and what the newest says. Nothing in it but what its
 * visitor may read.
 */
export function visitorPush(
  { externalId, visitor, visitorUnreadCount: unread }: Conversation,
  newest: Message
): VisitorPushJson {
  const count = unread > 1 ? ` (${unread})` : ''
  return {
    topic: topicOf(externalId),
    version: newest.externalId,
    title: newest.senderName + count,
    body: cutTo(SHOWN, textOf(newest)),
    conversation: externalId,
    url: visitor.currentPage,
  }
}
