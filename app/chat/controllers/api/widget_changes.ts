import { said } from '#chat/controllers/api/said'
import type { Infer } from '@vinejs/vine/types'
import { WEEKDAYS, type BusinessHours, type OpeningHours } from '#chat/models/widget'
import type { WidgetAttributes } from '#chat/services/widget_attributes'
import type { widgetChangesValidator } from '#chat/validators/api/widget'

type Input = Infer<typeof widgetChangesValidator>

/** What a program said about a widget, and nothing about what it left out. */
export function toWidgetChanges(input: Input): Partial<WidgetAttributes> {
  return said({
    name: input.name,
    isActive: input.is_active,
    primaryColor: input.primary_color?.toLowerCase(),
    textColor: input.text_color?.toLowerCase(),
    position: input.position,
    borderRadius: input.border_radius,
    launcherSize: input.launcher_size,
    launcherIcon: input.launcher_icon,
    logoUrl: input.logo_url,
    theme: input.theme,
    welcomeTitle: input.welcome_title,
    welcomeMessage: input.welcome_message,
    inputPlaceholder: input.input_placeholder,
    offlineMessage: input.offline_message,
    collectName: input.collect_name,
    collectEmail: input.collect_email,
    contactRequired: input.contact_required,
    showBranding: input.show_branding,
    soundEnabled: input.sound_enabled,
    trackVisitors: input.track_visitors,
    allowedOrigins: input.allowed_domains,
    businessHours: input.business_hours && toBusinessHours(input.business_hours),
  })
}

/** A day that was not named is a day off. */
function toBusinessHours(hours: NonNullable<Input['business_hours']>): BusinessHours {
  const days = WEEKDAYS.map((day) => [day, toOpeningHours(hours[day])])
  return { timezone: hours.timezone, ...Object.fromEntries(days) }
}

function toOpeningHours(day?: Partial<OpeningHours>): OpeningHours {
  return day?.enabled ? { enabled: true, start: day.start, end: day.end } : { enabled: false }
}
