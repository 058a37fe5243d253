import type Widget from '#chat/models/widget'
import { LAUNCHER_ICONS, WIDGET_POSITIONS, WIDGET_THEMES } from '#chat/models/widget_values'
import { FILE_FAMILIES } from '#chat/services/attachments/file_families'
import { embedCode } from '#chat/presenters/embed_code'
import { widgetFormValues } from '#chat/forms/widget_form_values'
import type { ChatService } from '#chat/services/chat_service'
import { LANGUAGES, nameOfLanguage } from '#chat/texts/languages'
import { translationFields } from '#chat/forms/translation_fields'
import type { RefusedInput } from '#chat/http/refused_input'

const TIME_ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** The state of the form's page. */
export function widgetFormState(
  { widgets, mails }: Pick<ChatService, 'widgets' | 'mails'>,
  widget: Widget | null,
  refused?: RefusedInput
) {
  const values = { ...widgetFormValues(widget), ...refused?.values }
  return {
    widget,
    values,
    errors: refused?.errors ?? {},
    mail: mails.state,
    install: widget ? embedCode(widgets, widget) : null,
    choices: {
      positions: WIDGET_POSITIONS,
      icons: LAUNCHER_ICONS,
      themes: WIDGET_THEMES,
      fileTypes: FILE_FAMILIES,
      translations: translationFields(widget, values.translations),
      languages: LANGUAGES.map((code) => ({ code, name: nameOfLanguage(code) })),
      timeZones: timeZonesWith(values.business_hours.timezone),
    },
  }
}

/** A deprecated name of a time zone stays selectable when it is selected. */
function timeZonesWith(chosen: string) {
  return !chosen || TIME_ZONES.includes(chosen) ? TIME_ZONES : [chosen, ...TIME_ZONES]
}
