import type Notification from '#chat/models/notification'
import { isUrgent } from '#chat/services/notifications/notice_kinds'
import { noticeWords } from '#chat/services/notifications/notice_words'
import { topicOf } from '#chat/services/notifications/push/push_post'
import { chatPath } from '#chat/support/chat_url'
import type { PushJson } from '#chat/transformers/json/notification_json'

/** A notification as a push, in the language in use: names and previews are short enough for what a push may hold. */
export function pushOf(notification: Notification, publicUrl: string): PushJson {
  const { kind, conversation, externalId, occurredAt } = notification
  return {
    topic: topicOf(externalId),
    version: `${externalId}/${occurredAt.toMillis()}`,
    kind,
    ...noticeWords(notification),
    conversation: conversation.externalId,
    url: publicUrl + chatPath('chat.inbox.show', { id: conversation.externalId }),
    urgent: isUrgent(kind),
  }
}
