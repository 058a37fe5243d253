/** What an admin decides about a label. */
export interface LabelAttributes {
  name: string
  /** `#rrggbb` */
  color: string
}

export const MAX_LABELS = 100
export const MAX_LABELS_OF_CONVERSATION = 10

/** Colours that can be told apart and stand out on light and dark ground. */
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

/** A name as it is compared: without regard to case, and to how its characters were typed. */
export const nameKeyOf = (name: string) => name.normalize('NFKC').toLowerCase().slice(0, 80)
