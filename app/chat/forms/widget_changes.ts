import { NAMED_WIDGET_FIELDS } from '#chat/models/named_widget_fields'
import { toBusinessHours } from '#chat/services/widgets/opening_hours'
import { filledTranslations } from '#chat/services/widgets/widget_texts'
import type { WidgetAttributes } from '#chat/services/widgets/widget_attributes'
import { omitUndefined } from '#chat/support/omit_undefined'

/** The changes to a widget that an API request names; omitted fields are left out. */
export function toWidgetChanges(input: Record<string, any>): Partial<WidgetAttributes> {
  const changes = NAMED_WIDGET_FIELDS.map(({ attribute, api, field: { kind } }) => {
    const value = input[api]
    if (kind === 'hours' && value) return [attribute, toBusinessHours(value)]
    if (kind === 'translations' && value) return [attribute, filledTranslations(value)]
    return [attribute, value]
  })
  return omitUndefined(Object.fromEntries(changes) as Partial<WidgetAttributes>)
}
