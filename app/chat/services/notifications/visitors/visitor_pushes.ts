import type { DateTime } from 'luxon'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import Message from '#chat/models/message'
import VisitorBrowser from '#chat/models/visitor_browser'
import VisitorSession from '#chat/models/visitor_session'
import { clearDue, dueConversations } from '#chat/services/due_actions/due_conversations'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { unreadReplies } from '#chat/services/mail/unread_replies'
import type { PushPost } from '#chat/services/notifications/push/push_post'
import { note } from '#chat/services/notifications/visitors/visitor_browsers'
import { visitorPush } from '#chat/services/notifications/visitors/visitor_push'
import { lockFreeRows } from '#chat/support/row_lock'

/** While a pushed reply stays unread, further ones wait for this long after it, and go as one. */
const QUIET = { minutes: 5 }

interface Parts {
  db: QueryClientContract
  dueActions: DueActions
  post: PushPost
}

/**
 * Pushes replies to the browsers of visitors who have left: one push per burst, seconds after its first reply unless that
 * was read. Whether there is anything to send is decided when it is due.
 */
export class VisitorPushes implements DueKind {
  readonly name = 'visitor-push'

  constructor(protected parts: Parts) {}

  /** A push is scheduled for each browser of the visitors of up to `most` conversations. */
  async gather(now: DateTime, most: number): Promise<number> {
    const due = await dueConversations('push_due_at', now, most)
    if (due.length === 0) return 0
    const visitorIds = due.map(({ visitorId }) => visitorId)
    const browsers = await VisitorBrowser.query().whereIn('visitor_id', visitorIds)
    const byVisitor = Map.groupBy(browsers, ({ visitorId }) => visitorId)
    const ids = due.map(({ id }) => id)
    const handled = await this.parts.db.transaction(async (trx) => {
      const locked = await lockFreeRows(Conversation, ids, trx)
      const ready = locked.filter((each) => each.pushDueAt && each.pushDueAt <= now)
      for (const conversation of ready) {
        for (const { id } of byVisitor.get(conversation.visitorId) ?? []) {
          await this.#schedule(conversation, id, now, trx)
        }
      }
      await clearDue('push_due_at', ready, trx)
      return ready.length
    })
    for (const id of new Set(visitorIds)) if (!byVisitor.has(id)) await note(id, false)
    return handled
  }

  /** @throws NoAnswer, PushNotTaken; both lead to a retry */
  async run({ payload }: DueAction, now: DateTime, signal: AbortSignal): Promise<void> {
    const [conversationId, browserId] = String(payload.subject).split('-').map(Number)
    const browser = await VisitorBrowser.find(browserId)
    if (!browser) return
    const { db, post } = this.parts
    if (!post.canReach(browser)) return browser.delete()
    const conversation = await Conversation.query()
      .where({ id: conversationId, visitor_id: browser.visitorId, tenant_id: browser.tenantId })
      .preload('visitor')
      .preload('widget')
      .first()
    if (!(await isStillTheirs(browser, now))) return browser.delete()
    if (!conversation || !isWanted(conversation)) return
    const replies = await unreadReplies(conversation, [])
    const newest = replies.at(-1)
    if (!newest || newest.id <= browser.pushedMessageId) return
    const quietUntil = browser.pushedAt?.plus(QUIET)
    if (quietUntil && quietUntil > now && (await isPushedUnread(browser, conversation))) {
      return db.transaction((trx) => this.#schedule(conversation, browserId, quietUntil, trx))
    }
    const isAlive = await post.send(browser, visitorPush(conversation, newest), { signal })
    if (!isAlive) return browser.delete()
    await browser.merge({ pushedMessageId: newest.id, pushedAt: now }).save()
  }

  /** A push that still waits is replaced: it says what is newest when it goes. */
  #schedule(
    { id, tenantId }: Conversation,
    browserId: number,
    dueAt: DateTime,
    trx: TransactionClientContract
  ) {
    const subject = `${id}-${browserId}`
    return this.parts.dueActions.scheduleTask({ tenantId, kind: this.name, subject, dueAt }, trx)
  }
}

/** Whether replies are still worth a push. */
const isWanted = ({ widget, visitor, archivedAt }: Conversation) =>
  widget.isActive && widget.pushReplies && !archivedAt && !visitor.blockedAt

/** Whether the visitor has yet to read what was pushed last. */
async function isPushedUnread(
  { pushedMessageId: id }: VisitorBrowser,
  { id: conversationId, visitorReadSeq }: Conversation
): Promise<boolean> {
  const pushed = await Message.query().where({ id, conversation_id: conversationId }).first()
  return pushed !== null && pushed.seq > visitorReadSeq
}

/** Whether the browser still holds a token: what a verified visitor reads ends with their session. */
async function isStillTheirs({ sessionId }: VisitorBrowser, now: DateTime): Promise<boolean> {
  if (sessionId === null) return true
  const session = await VisitorSession.find(sessionId)
  return session !== null && session.expiresAt > now
}
