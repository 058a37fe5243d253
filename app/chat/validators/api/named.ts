import type { FieldContext } from '@vinejs/vine/types'

/** What is named must have a value: an empty text or null is no way to leave something out. */
export const isNamed = ({ name, parent }: FieldContext) => Object.hasOwn(parent ?? {}, name)
