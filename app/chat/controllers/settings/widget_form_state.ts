import type { ChatConfig } from '#chat/define_config'
import type Widget from '#chat/models/widget'
import { LAUNCHER_ICONS, WIDGET_POSITIONS, WIDGET_THEMES } from '#chat/models/widget'
import { embedCode } from '#chat/controllers/settings/embed_code'
import { widgetFormValues } from '#chat/controllers/settings/widget_form_values'
import type { RefusedInput } from '#chat/controllers/settings/refused_input'

const TIME_ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** Everything that the form's page shows. */
export function widgetFormState(config: ChatConfig, widget: Widget | null, refused?: RefusedInput) {
  const values = { ...widgetFormValues(widget), ...refused?.values }
  return {
    widget,
    values,
    errors: refused?.errors ?? {},
    install: widget ? embedCode(config, widget) : null,
    choices: {
      positions: WIDGET_POSITIONS,
      icons: LAUNCHER_ICONS,
      themes: WIDGET_THEMES,
      timeZones: timeZonesWith(values.business_hours.timezone),
    },
  }
}

/** An older name of a zone stays the one that is chosen. */
function timeZonesWith(chosen: string) {
  return !chosen || TIME_ZONES.includes(chosen) ? TIME_ZONES : [chosen, ...TIME_ZONES]
}
