import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ChatMailer } from '#chat/contracts/chat_mailer'
import type { PushDriver } from '#chat/contracts/push_driver'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import Notification from '#chat/models/notification'
import { toSqlUtc } from '#chat/models/columns'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { MailRecipients } from '#chat/services/mail/mail_recipients'
import type { MailStops } from '#chat/services/mail/mail_stops'
import type { Render } from '#chat/services/mail/envelope'
import { HostPushes } from '#chat/services/notifications/host_pushes'
import { Looks } from '#chat/services/notifications/looks'
import { Mutes } from '#chat/services/notifications/mutes'
import { NoticeMails } from '#chat/services/notifications/notice_mails'
import { NoticePreferences } from '#chat/services/notifications/notice_preferences'
import { NoticeReader } from '#chat/services/notifications/notice_reader'
import { NoticeRecipients } from '#chat/services/notifications/notice_recipient'
import { NoticeRows } from '#chat/services/notifications/notice_rows'
import { Notices } from '#chat/services/notifications/notices'
import { PushKeys } from '#chat/services/notifications/push/push_keys'
import { PushPost } from '#chat/services/notifications/push/push_post'
import { PushSubscriptions } from '#chat/services/notifications/push/push_subscriptions'
import { WebPushes } from '#chat/services/notifications/push/web_pushes'
import { VisitorBrowsers } from '#chat/services/notifications/visitors/visitor_browsers'
import { VisitorPushes } from '#chat/services/notifications/visitors/visitor_pushes'
import type { ServiceParts } from '#chat/services/service_parts'
import { emitAfterCommit } from '#chat/support/emit_after_commit'

interface Outward {
  mailer: ChatMailer | null
  render: Render
  stops: MailStops
  addresses: MailRecipients
  pushDriver: PushDriver | null
}

/** `chat.notifications`: what agents are notified of and how each wants it (N2, N3), and the browsers that get pushes. */
export class Notifications {
  /** The channels of each kind, and quiet hours. */
  readonly preferences = new NoticePreferences()

  /** Conversations of whose messages an agent is not notified. */
  readonly mutes: Mutes

  /** The keys with which pushes are signed. */
  readonly pushKeys = new PushKeys()

  /** The browsers of agents that get pushes. */
  readonly browsers: PushSubscriptions

  /** The browsers of visitors that get a push when the team replies. */
  readonly visitorBrowsers: VisitorBrowsers

  /** The kinds of scheduled notification. */
  readonly dueKinds: DueKind[]

  /** The channels that reach agents outside of the CRM, as far as this installation has them. */
  readonly has: { mail: boolean; host: boolean }

  #reader = new NoticeReader()
  #looks: Looks
  #emitter: EmitterLike<EventsList>

  constructor(
    { config, host, db, emitter, dueActions }: ServiceParts,
    { mailer, render, stops, addresses, pushDriver }: Outward
  ) {
    const { preferences, pushKeys: keys } = this
    const looks = new Looks(db)
    const mutes = new Mutes(db)
    const reader = this.#reader
    const recipients = new NoticeRecipients({ host, looks, preferences, reader })
    const { mailAfterMinutes } = config.notifications
    const rows = new NoticeRows({ dueActions, mailAfterMinutes })
    this.#looks = looks
    this.#emitter = emitter
    this.mutes = mutes
    this.browsers = new PushSubscriptions(config.push)
    this.visitorBrowsers = new VisitorBrowsers(config.push)
    const post = new PushPost({ config, keys })
    this.has = { mail: mailer !== null, host: pushDriver !== null }
    this.dueKinds = [
      new Notices({ db, emitter, host, looks, mutes, preferences, rows }),
      new WebPushes({ config, post, recipients }),
      new VisitorPushes({ db, dueActions, post }),
      new HostPushes({ driver: pushDriver, publicUrl: config.publicUrl, recipients }),
      new NoticeMails({ config, mailer, render, stops, addresses, recipients }),
    ]
  }

  /** What the agent has not read yet; `sight` is what they may see. */
  unread(...about: Parameters<NoticeReader['unread']>) {
    return this.#reader.unread(...about)
  }

  /** The agent's newest notifications, read or not. */
  newest(...about: Parameters<NoticeReader['newest']>) {
    return this.#reader.newest(...about)
  }

  /**
   * A tab of the agent shows a conversation from now on, or no longer: while it does, nothing in it is news to them.
   */
  async look(agent: Agent, conversation: Conversation, tab: string, looking: boolean) {
    await this.#looks.note(agent, conversation, tab, looking)
    if (looking) await this.#read(agent, { conversation_id: conversation.id })
  }

  /** Marks one notification as read, by its external id, or all of the agent's. */
  async read(agent: Agent, externalId?: string): Promise<void> {
    await this.#read(agent, externalId ? { external_id: externalId } : {})
  }

  async #read(agent: Agent, which: Record<string, string | number>) {
    const [changed] = await Notification.query()
      .where({ agent_id: agent.id, ...which })
      .whereNull('read_at')
      .update({ read_at: toSqlUtc(DateTime.utc()), open_key: null })
    if (Number(changed)) emitAfterCommit(this.#emitter, 'chat.notifications.changed', { agent })
  }
}
