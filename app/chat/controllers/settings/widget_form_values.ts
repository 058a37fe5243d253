import type Widget from '#chat/models/widget'
import { WEEKDAYS, type BusinessHours, type Weekday } from '#chat/models/widget'
import { WIDGET_DEFAULTS, type WidgetAttributes } from '#chat/services/widget_attributes'

/** What stands in the form's fields. */
export type WidgetFormValues = ReturnType<typeof widgetFormValues>

const WORKING_DAYS: ReadonlySet<Weekday> = new Set(WEEKDAYS.slice(0, 5))

/** The form of a widget as it is, or of a new one. */
export function widgetFormValues(widget: Widget | null) {
  const it: WidgetAttributes = widget ?? { name: '', ...WIDGET_DEFAULTS }
  return {
    name: it.name,
    is_active: it.isActive,
    primary_color: it.primaryColor,
    text_color: it.textColor,
    position: it.position,
    border_radius: String(it.borderRadius),
    launcher_size: String(it.launcherSize),
    launcher_icon: it.launcherIcon,
    logo_url: it.logoUrl ?? '',
    theme: it.theme,
    welcome_title: it.welcomeTitle,
    welcome_message: it.welcomeMessage,
    input_placeholder: it.inputPlaceholder,
    offline_message: it.offlineMessage,
    collect_name: it.collectName,
    collect_email: it.collectEmail,
    contact_required: it.contactRequired,
    show_branding: it.showBranding,
    sound_enabled: it.soundEnabled,
    ask_rating: it.askRating,
    track_visitors: it.trackVisitors,
    allowed_origins: it.allowedOrigins.join('\n'),
    business_hours: hoursOf(it.businessHours),
  }
}

/** Days without hours show working hours, ready to be ticked. */
function hoursOf(hours: BusinessHours | null) {
  const days = WEEKDAYS.map((day) => ({
    day,
    enabled: hours ? hours[day]?.enabled : WORKING_DAYS.has(day),
    start: hours?.[day]?.start ?? '09:00',
    end: hours?.[day]?.end ?? '17:00',
  }))
  return { enabled: hours !== null, timezone: hours?.timezone ?? 'UTC', days }
}
