import type { Infer } from '@vinejs/vine/types'
import { shownChannels } from '#chat/presenters/notification_settings'
import { NOTICE_KINDS, type Channels } from '#chat/services/notifications/notice_kinds'
import type { NoticeChoices } from '#chat/services/notifications/notice_preferences'
import type { Language } from '#chat/texts/languages'
import type { noticeSettingsValidator } from '#chat/validators/notifications/notifications'

interface Viewer {
  has: { mail: boolean; host: boolean }
  timeZone: string
  locale: Language
}

/** What the form says; a channel that it has not shown stays as it was. */
export function toNoticeChoices(
  input: Infer<typeof noticeSettingsValidator>,
  before: NoticeChoices,
  { has, timeZone, locale }: Viewer
): NoticeChoices {
  const shown = shownChannels(has)
  const channels = Object.fromEntries(
    NOTICE_KINDS.map((kind) => {
      const kept = before.channels[kind].filter((channel) => !shown.includes(channel))
      const chosen = (input[kind] ?? []).filter((channel) => shown.includes(channel))
      return [kind, [...new Set([...chosen, ...kept])]]
    })
  ) as Channels
  return {
    channels,
    isQuiet: Boolean(input.is_quiet),
    quietFrom: input.quiet_from,
    quietUntil: input.quiet_until,
    timeZone,
    locale,
  }
}
