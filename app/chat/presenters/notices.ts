import type { ViewerClock } from '#chat/presenters/viewer_clock'
import type { ListedNotice } from '#chat/services/notifications/notice_reader'
import { noticeWords } from '#chat/services/notifications/notice_words'
import { chatUrl } from '#chat/support/chat_url'

/** The bell's list, the newest first. */
export const presentNotices = (notices: ListedNotice[], clock: ViewerClock) =>
  notices.map(({ notification, isUnread }) => ({
    id: notification.externalId,
    kind: notification.kind,
    isUnread,
    ...noticeWords(notification),
    href: chatUrl('chat.inbox.show', { id: notification.conversation.externalId }),
    iso: clock.iso(notification.occurredAt),
    at: clock.short(notification.occurredAt),
    full: clock.full(notification.occurredAt),
  }))
