import { DateTime } from 'luxon'
import type Conversation from '#chat/models/conversation'
import type Notification from '#chat/models/notification'
import { isoUtc } from '#chat/models/columns'
import { NOTICE_KINDS } from '#chat/services/notifications/notice_kinds'
import type { NoticeChoices } from '#chat/services/notifications/notice_preferences'
import { quietSpan } from '#chat/services/notifications/quiet_hours'
import type { NotificationsJson } from '#chat/transformers/json/notification_json'

/** For a user who may not reply: they are notified of nothing. */
export const NO_NOTIFICATIONS: NotificationsJson = {
  may_reply: false,
  unread: 0,
  conversations: [],
  muted: [],
  desktop: [],
  quiet: null,
}

/** An agent's notifications as their tabs need to know them. */
export function notificationState(
  unread: Notification[],
  muted: Conversation[],
  choices: NoticeChoices,
  now = DateTime.utc()
): NotificationsJson {
  const span = quietSpan(choices, now)
  return {
    may_reply: true,
    unread: unread.length,
    conversations: [...new Set(unread.map(({ conversation }) => conversation.externalId))],
    muted: muted.map(({ externalId }) => externalId),
    desktop: NOTICE_KINDS.filter((kind) => choices.channels[kind].includes('desktop')),
    quiet: span && { from: isoUtc(span.from), until: isoUtc(span.until) },
  }
}
