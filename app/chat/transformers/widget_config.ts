import type Widget from '#chat/models/widget'
import { readableOn } from '#chat/support/colors'
import { LAUNCHER_PATHS } from '#chat/support/launcher_icons'
import type { Availability } from '#chat/services/widget_catalog'
import { launcherStyles } from '#chat/transformers/launcher_styles'
import { MAX_MESSAGE_LENGTH } from '#chat/validators/widget/fields'

/** What the frame needs to know of its widget: nothing of how the CRM runs it. */
export function widgetConfig(widget: Widget, availability: Availability) {
  return {
    key: widget.publicKey,
    api: `/api/widget/${widget.publicKey}`,
    primary_color: widget.primaryColor,
    text_color: readableOn(widget.primaryColor, widget.textColor),
    position: widget.position,
    border_radius: widget.borderRadius,
    launcher_size: widget.launcherSize,
    launcher_icon: widget.launcherIcon,
    logo_url: widget.logoUrl,
    theme: widget.theme,
    show_branding: widget.showBranding,
    welcome_title: widget.welcomeTitle,
    welcome_message: widget.welcomeMessage,
    input_placeholder: widget.inputPlaceholder,
    offline_message: widget.offlineMessage,
    collect_name: widget.collectName,
    collect_email: widget.collectEmail,
    contact_required: widget.contactRequired,
    sound_enabled: widget.soundEnabled,
    ask_rating: widget.askRating,
    track: widget.trackVisitors,
    max_length: MAX_MESSAGE_LENGTH,
    ...availabilityView(availability),
    time_zone: widget.businessHours?.timezone ?? null,
  }
}

/** Whether the team is there, when its hours end, and outside them when it is back. */
export const availabilityView = ({ online, nextOpenAt, closesAt }: Availability) => ({
  online,
  next_open_at: nextOpenAt?.toISO() ?? null,
  closes_at: closesAt?.toISO() ?? null,
})

/**
 * What the loader needs to draw the launcher and to decide whether it may. The CRM's own origin, where the
 * test page is, may carry every widget: whoever could put one there has the frame anyway.
 */
export function loaderConfig(widget: Widget, publicUrl: string) {
  const { allowedOrigins } = widget
  return {
    key: widget.publicKey,
    origin: publicUrl,
    styles: launcherStyles(widget),
    icon: LAUNCHER_PATHS[widget.launcherIcon],
    allowed_origins: allowedOrigins.length ? [...allowedOrigins, new URL(publicUrl).origin] : [],
    track: widget.trackVisitors,
  }
}

/** JSON that can stand inside a script element or a script: nothing in it ends either. */
export function scriptSafeJson(value: unknown) {
  return JSON.stringify(value)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
}
