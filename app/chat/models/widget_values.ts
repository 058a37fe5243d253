import type { Language } from '#chat/texts/languages'

export const WIDGET_POSITIONS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const
export const LAUNCHER_ICONS = ['chat', 'message', 'help', 'smile'] as const
export const WIDGET_THEMES = ['auto', 'light', 'dark'] as const
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

/** The corner of the website in which the launcher is. */
export type WidgetPosition = (typeof WIDGET_POSITIONS)[number]
/** The icon on the launcher. */
export type LauncherIcon = (typeof LAUNCHER_ICONS)[number]
/** Light or dark colours, or those of the visitor's system. */
export type WidgetTheme = (typeof WIDGET_THEMES)[number]
/** The days of the week, as business hours name them. */
export type Weekday = (typeof WEEKDAYS)[number]

/** Opening hours of one day, `HH:mm` in the widget's time zone; an end before the start is on the next day. */
export interface OpeningHours {
  enabled: boolean
  start?: string
  end?: string
}

/** When the team is available: the hours of each weekday in an IANA time zone. */
export type BusinessHours = { timezone: string } & Record<Weekday, OpeningHours>

/** Texts for visitors, by language and column; a text that a language lacks is the widget's own. */
export type WidgetTranslations = Partial<Record<Language, Record<string, string>>>
