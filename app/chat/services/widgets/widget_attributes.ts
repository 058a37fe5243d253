import type Widget from '#chat/models/widget'
import { NAMED_WIDGET_FIELDS } from '#chat/models/named_widget_fields'
import type { WidgetAttribute } from '#chat/models/widget_fields'

/** The attributes of a widget that an admin sets. */
export type WidgetAttributes = Pick<Widget, WidgetAttribute>

/** The attributes of a new widget, its texts in the language in use. */
export const widgetDefaults = () =>
  Object.fromEntries(
    NAMED_WIDGET_FIELDS.filter(({ field }) => field.default !== undefined).map(
      ({ attribute, field: { default: value } }) => [
        attribute,
        typeof value === 'function' ? value() : value,
      ]
    )
  ) as Omit<WidgetAttributes, 'name'>
