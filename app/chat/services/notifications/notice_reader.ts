import type Agent from '#chat/models/agent'
import Notification from '#chat/models/notification'
import { isInSight, type Sight } from '#chat/services/visibility/sight'

/** More unread ones than this are not counted. */
const MOST_UNREAD = 100
/** How many the bell lists. */
const LISTED = 30

/** A notification, and whether the agent has yet to see it. */
export interface ListedNotice {
  notification: Notification
  isUnread: boolean
}

/** Reads notifications as they are by now: what a conversation says is not stored with them. */
export class NoticeReader {
  /** The agent's unread notifications with their conversations, the newest first. */
  async unread({ id, tenantId }: Agent, sight: Sight | null): Promise<Notification[]> {
    const rows = await Notification.query()
      .where({ tenant_id: tenantId, agent_id: id, is_listed: true })
      .whereNull('read_at')
      .orderBy('occurred_at', 'desc')
      .limit(MOST_UNREAD)
      .preload('conversation')
    return rows.filter((row) => isCurrent(row) && isInSight(sight, row.conversation))
  }

  /** The agent's newest notifications with all that their words are made of. */
  async newest({ id, tenantId }: Agent, sight: Sight | null): Promise<ListedNotice[]> {
    const rows = await withWords()
      .where({ tenant_id: tenantId, agent_id: id, is_listed: true })
      .orderBy('occurred_at', 'desc')
      .limit(LISTED)
    return rows
      .filter(({ conversation }) => conversation && isInSight(sight, conversation))
      .map((notification) => ({ notification, isUnread: isCurrent(notification) }))
  }

  /** One notification with its agent and all that its words are made of, while it is unread; else null. */
  async current(id: number): Promise<Notification | null> {
    const row = await withWords().where('id', id).preload('agent').first()
    return row && isCurrent(row) ? row : null
  }
}

const withWords = () =>
  Notification.query()
    .preload('by')
    .preload('message')
    .preload('conversation', (conversation) => conversation.preload('visitor'))

/**
 * Whether a notification still calls for its agent: they have not read it, and the conversation is open, still theirs,
 * and, for a message, unread.
 */
function isCurrent({ readAt, kind, agentId, conversation }: Notification) {
  if (readAt || conversation?.folder !== 'open') return false
  if (kind === 'woken') return true
  return (
    conversation.agentId === agentId && (kind === 'assigned' || conversation.agentUnreadCount > 0)
  )
}
