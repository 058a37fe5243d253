import type { Infer } from '@vinejs/vine/types'
import { WEEKDAYS, type BusinessHours, type OpeningHours } from '#chat/models/widget'
import type { WidgetAttributes } from '#chat/services/widget_attributes'
import type { widgetValidator } from '#chat/validators/settings/widget_validator'

type WidgetInput = Infer<typeof widgetValidator>

/** What the form said, as the widget keeps it: a box that was not ticked is a no. */
export function toWidgetAttributes(input: WidgetInput): WidgetAttributes {
  return {
    name: input.name,
    isActive: input.is_active ?? false,
    primaryColor: input.primary_color,
    textColor: input.text_color,
    position: input.position,
    borderRadius: input.border_radius,
    launcherSize: input.launcher_size,
    launcherIcon: input.launcher_icon,
    logoUrl: input.logo_url ?? null,
    theme: input.theme,
    welcomeTitle: input.welcome_title,
    welcomeMessage: input.welcome_message,
    inputPlaceholder: input.input_placeholder,
    offlineMessage: input.offline_message,
    collectName: input.collect_name ?? false,
    collectEmail: input.collect_email ?? false,
    contactRequired: input.contact_required ?? false,
    showBranding: input.show_branding ?? false,
    soundEnabled: input.sound_enabled ?? false,
    askRating: input.ask_rating ?? false,
    trackVisitors: input.track_visitors ?? false,
    allowedOrigins: input.allowed_origins ?? [],
    businessHours: toBusinessHours(input.business_hours),
  }
}

/** Null when the hours are switched off: such a widget is always open. */
function toBusinessHours(hours: WidgetInput['business_hours']): BusinessHours | null {
  if (!hours?.enabled || !hours.timezone) return null
  const days = WEEKDAYS.map((day) => [day, toOpeningHours(hours[day])])
  return { timezone: hours.timezone, ...Object.fromEntries(days) }
}

function toOpeningHours(day?: Partial<OpeningHours>): OpeningHours {
  return day?.enabled ? { enabled: true, start: day.start, end: day.end } : { enabled: false }
}
