import type Widget from '#chat/models/widget'
import { NAMED_WIDGET_FIELDS, type FrameSettings } from '#chat/models/named_widget_fields'
import { acceptedTypes } from '#chat/services/attachments/file_types'
import { readableOn } from '#chat/support/colors'
import { LAUNCHER_PATHS } from '#chat/support/launcher_icons'
import { originPattern } from '#chat/services/widgets/allowed_origins'
import { widgetTexts } from '#chat/services/widgets/widget_texts'
import type { Availability } from '#chat/services/widgets/widget_catalog'
import type { LoaderConfigJson, LoaderConsentJson } from '#chat/transformers/json/loader_json'
import type { AvailabilityJson } from '#chat/transformers/json/visitor_json'
import {
  NOT_IN_FRAME,
  type FrameConfigJson,
  type WidgetConfigJson,
} from '#chat/transformers/json/widget_json'
import { launcherStyles } from '#chat/transformers/launcher_styles'
import { text } from '#chat/texts/text'
import { launcherLook, lookQuery, type WidgetLook } from '#chat/transformers/widget_look'
import { MAX_MESSAGE_LENGTH } from '#chat/services/conversations/message_rules'
import { chatPath } from '#chat/support/chat_url'
import { visitorApi } from '#chat/support/widget_address'

const FRAME_FIELDS = NAMED_WIDGET_FIELDS.filter(({ field }) => field.inFrame)

/** The settings that the frame receives, under its names for them. */
function frameSettings(widget: Widget) {
  const texts = widgetTexts(widget)
  return Object.fromEntries(
    FRAME_FIELDS.map(({ frame, attribute }) => [frame, texts[attribute] ?? widget[attribute]])
  ) as unknown as FrameSettings
}

/**
 * What the frame needs to know of its widget: nothing of how the CRM runs it.
 *
 * @param api the address of the widget's visitor API on the frame's host
 */
export function widgetConfig(
  widget: Widget,
  availability: Availability,
  api: string,
  look: WidgetLook = {}
): WidgetConfigJson {
  const { primaryColor, position } = launcherLook(widget, look)
  return {
    key: widget.publicKey,
    api,
    ...frameSettings(widget),
    signed_in: widget.isInApp,
    primary_color: primaryColor,
    position,
    ...(look.company_name && { welcome_title: look.company_name }),
    text_color: readableOn(primaryColor, widget.textColor),
    max_length: MAX_MESSAGE_LENGTH,
    accept: widget.acceptsFiles ? acceptedTypes(widget.fileTypes) : '',
    ...availabilityView(availability),
    time_zone: widget.businessHours?.timezone ?? null,
  }
}

/** What the frame reads of it: every byte of its document is in the way of opening the chat. */
export function frameConfig(
  { later, files }: Pick<FrameConfigJson, 'later' | 'files'>,
  ...about: Parameters<typeof widgetConfig>
): FrameConfigJson {
  const left: readonly string[] = NOT_IN_FRAME
  const read = Object.entries(widgetConfig(...about)).filter(([name]) => !left.includes(name))
  return {
    ...Object.fromEntries(read),
    ...(!about[0].acceptsFiles && { no_files: true }),
    ...{ later, files },
  } as unknown as FrameConfigJson
}

/** Whether the team is there, when its hours end, and outside them when it is back. */
export const availabilityView = ({
  online,
  nextOpenAt,
  closesAt,
}: Availability): AvailabilityJson => ({
  online,
  next_open_at: nextOpenAt?.toISO() ?? null,
  closes_at: closesAt?.toISO() ?? null,
})

/**
 * What the loader needs to draw the launcher and to decide whether it may. The CRM's own origin, where the
 * test page is, may carry every widget: code that could put one there has the frame anyway.
 */
export function loaderConfig(
  widget: Widget,
  base: string,
  ownOrigins: string[],
  look: WidgetLook
): LoaderConfigJson {
  const { allowedOrigins } = widget
  return {
    key: widget.publicKey,
    frame: base + chatPath('chat.widget.frame', { key: widget.publicKey }) + lookQuery(look),
    forget: `${base}${visitorApi(widget.publicKey)}/forget/`,
    styles: launcherStyles(launcherLook(widget, look)),
    icon: LAUNCHER_PATHS[widget.launcherIcon],
    websites: allowedOrigins.length ? originPattern([...allowedOrigins, ...ownOrigins]) : undefined,
    track: widget.trackVisitors || undefined,
    consent: consentOf(widget),
    label: text('launcher.label'),
  }
}

/** Left out of the script where nothing is asked for. */
function consentOf(widget: Widget): LoaderConsentJson | undefined {
  const { consentText } = widgetTexts(widget)
  if (!consentText) return undefined
  const { consentLink: link, consentVersion: version } = widget
  const [more, agree, decline] = (['link', 'agree', 'decline'] as const).map((name) =>
    text(`launcher.consent.${name}`)
  )
  return { version, text: consentText, link, more, agree, decline }
}

/** JSON that can stand inside a script element or a script: nothing in it ends either. */
export function scriptSafeJson(value: unknown) {
  return JSON.stringify(value)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
}
