/** A field as a form sent it; anything but text becomes an empty text. */
export const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** Likewise, for fields that JSON may send as a number. */
export const asTextOrNumber = (value: unknown) =>
  typeof value === 'number' ? String(value) : asText(value)

/** Whether a checkbox was sent as ticked, by a form or as JSON. */
export const isTicked = (value: unknown) => ['1', 'on', 'true', true, 1].includes(value as string)
