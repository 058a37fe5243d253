import type Widget from '#chat/models/widget'
import { WIDGET_FIELDS, type WidgetAttribute } from '#chat/models/widget_fields'
import type { WidgetField } from '#chat/models/widget_fields/field'

type ColumnOf<Attribute extends string> = Attribute extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${ColumnOf<Rest>}`
  : ''

type FrameName<Attribute extends WidgetAttribute> = (typeof WIDGET_FIELDS)[Attribute] extends {
  frame: infer Name extends string
}
  ? Name
  : ColumnOf<Attribute>

/** The settings that the frame receives, by their names in it. */
export type FrameSettings = {
  [
    Attribute in WidgetAttribute as (typeof WIDGET_FIELDS)[Attribute]['inFrame'] extends true
      ? FrameName<Attribute>
      : never
  ]: Widget[Attribute]
}

/** A field with its name wherever it is used. */
export interface NamedWidgetField {
  attribute: WidgetAttribute
  column: string
  /** In the REST API. */
  api: string
  /** For the frame. */
  frame: string
  field: WidgetField
}

/** The list, in the order in which people and documents read it. */
export const NAMED_WIDGET_FIELDS: readonly NamedWidgetField[] = (
  Object.entries(WIDGET_FIELDS) as [WidgetAttribute, WidgetField][]
).map(([attribute, field]) => {
  const column = attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return { attribute, column, api: field.api ?? column, frame: field.frame ?? column, field }
})

/** The texts that may be translated. */
export const TRANSLATED_FIELDS = NAMED_WIDGET_FIELDS.flatMap((named) => {
  const { field } = named
  return 'max' in field && field.isTranslated ? [{ ...named, max: field.max }] : []
})
