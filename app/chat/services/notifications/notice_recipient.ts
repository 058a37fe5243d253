import type { DateTime } from 'luxon'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostUser } from '#chat/contracts/host_records'
import type Notification from '#chat/models/notification'
import { lookKey, type Looks } from '#chat/services/notifications/looks'
import type { Channel } from '#chat/services/notifications/notice_kinds'
import type { NoticePreferences } from '#chat/services/notifications/notice_preferences'
import { isQuietAt } from '#chat/services/notifications/quiet_hours'
import type { NoticeReader } from '#chat/services/notifications/notice_reader'
import { sightsOf } from '#chat/services/visibility/agent_sights'
import { isInSight } from '#chat/services/visibility/sight'
import type { Language } from '#chat/texts/languages'

/** Who gets an alert, and what of. */
export interface Recipient {
  notification: Notification
  user: HostUser
  /** The language that the agent has chosen for emails. */
  locale: Language | null
}

interface Parts {
  host: CrmHost
  looks: Looks
  preferences: NoticePreferences
  reader: NoticeReader
}

/** Looks at the world again before an alert leaves. */
export class NoticeRecipients {
  constructor(protected parts: Parts) {}

  /**
   * Who gets this notification by this channel; null when it was read, when they look at it, want no alert now, or may
   * no longer see the conversation.
   */
  async of(notificationId: number, channel: Channel, now: DateTime): Promise<Recipient | null> {
    const { host, looks, preferences, reader } = this.parts
    const notification = await reader.current(notificationId)
    if (!notification) return null
    const { agent, conversation, kind } = notification
    const choices = await preferences.of(agent)
    if (!choices.channels[kind].includes(channel) || isQuietAt(choices, now)) return null
    const looking = await looks.of([agent.id], now)
    if (!agent.isIdle && looking.has(lookKey(agent.id, conversation.id))) return null
    const user = await host.findUser(agent.tenantId, agent.userId)
    if (!user || !(await host.can(user, 'reply chat'))) return null
    const [sight] = await sightsOf(host, [{ user, agentId: agent.id }])
    return isInSight(sight, conversation) ? { notification, user, locale: choices.locale } : null
  }
}
