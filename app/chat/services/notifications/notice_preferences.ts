import { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
import NotificationSettings from '#chat/models/notification_settings'
import { toSqlUtc } from '#chat/models/columns'
import { DEFAULT_CHANNELS, type Channels } from '#chat/services/notifications/notice_kinds'
import type { QuietHours } from '#chat/services/notifications/quiet_hours'
import type { Language } from '#chat/texts/languages'

/** How an agent wants to be notified. */
export interface NoticeChoices extends QuietHours {
  channels: Channels
  /** The language of emails to them; null for that of the installation. */
  locale: Language | null
}

/** What holds for an agent who has chosen nothing. */
export const DEFAULT_CHOICES: NoticeChoices = {
  channels: DEFAULT_CHANNELS,
  isQuiet: false,
  quietFrom: '20:00',
  quietUntil: '08:00',
  timeZone: 'UTC',
  locale: null,
}

/** How agents want to be notified: the channels of each kind, and quiet hours. */
export class NoticePreferences {
  async of({ id }: Pick<Agent, 'id'>): Promise<NoticeChoices> {
    const chosen = await this.ofAll([id])
    return chosen.get(id) ?? DEFAULT_CHOICES
  }

  /** By the ids of the agents; those who have chosen nothing are missing. */
  async ofAll(agentIds: number[]): Promise<Map<number, NoticeChoices>> {
    const rows = await NotificationSettings.query().whereIn('agent_id', agentIds)
    return new Map(rows.map((row) => [row.agentId, choicesOf(row)]))
  }

  async save({ id }: Agent, choices: NoticeChoices): Promise<void> {
    const { channels, isQuiet, quietFrom, quietUntil, timeZone, locale } = choices
    await NotificationSettings.query()
      .knexQuery.insert({
        agent_id: id,
        channels: JSON.stringify(channels),
        is_quiet: isQuiet,
        quiet_from: quietFrom,
        quiet_until: quietUntil,
        time_zone: timeZone,
        locale,
        updated_at: toSqlUtc(DateTime.utc()),
      })
      .onConflict('agent_id')
      .merge()
  }
}

/** A kind that was added since they chose has its default. */
const choicesOf = (row: NotificationSettings): NoticeChoices => ({
  channels: { ...DEFAULT_CHANNELS, ...row.channels },
  isQuiet: row.isQuiet,
  quietFrom: row.quietFrom,
  quietUntil: row.quietUntil,
  timeZone: row.timeZone,
  locale: row.locale,
})
