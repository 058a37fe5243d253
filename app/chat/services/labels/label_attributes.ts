/** The attributes of a label that an admin sets. */
export interface LabelAttributes {
  name: string
  /** `#rrggbb` */
  color: string
}

export const MAX_LABELS = 100
export const MAX_LABELS_OF_CONVERSATION = 10

/** Colours that are distinct and readable on light and dark backgrounds. */
export const LABEL_COLORS = [
  '#2563eb',
  '#0d9488',
  '#16a34a',
  '#ca8a04',
  '#ea580c',
  '#dc2626',
  '#c026d3',
  '#7c3aed',
] as const

/** A name in the form that is compared: without case, in Unicode's compatibility form. */
export const nameKeyOf = (name: string) => name.normalize('NFKC').toLowerCase().slice(0, 80)
