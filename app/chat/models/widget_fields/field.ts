/** The kind of value that a field holds, and its bounds. */
type Kind =
  | { kind: 'text'; max: number }
  /** A text, or null. */
  | { kind: 'optionalText'; max: number }
  | { kind: 'flag' }
  | { kind: 'colour' }
  /** `from` and `to` are in pixels. */
  | { kind: 'pixels'; from: number; to: number }
  | { kind: 'megabytes'; from: number; to: number }
  /** A whole number, or null. */
  | { kind: 'optionalNumber'; from: number; to: number }
  | { kind: 'choice'; values: readonly string[] }
  /** Any of these. */
  | { kind: 'choices'; values: readonly string[] }
  /** An https address, or null. */
  | { kind: 'address' }
  /** An email address, or null. */
  | { kind: 'email' }
  /** Origins and domains; empty for every website. */
  | { kind: 'websites' }
  /** Business hours, or null for always open. */
  | { kind: 'hours' }
  /** Texts in other languages, by language and column; null for none. */
  | { kind: 'translations' }

export type WidgetFieldKind = Kind['kind']

/** One setting of a widget. */
export type WidgetField = Kind & {
  /** Whether the frame on the website receives it: then visitors can read it. */
  inFrame: boolean
  /** The value of a new widget, or what answers it; omitted where an admin has to provide one. */
  default?: unknown
  /** Its name in the REST API and for the frame, where it differs from the column's. */
  api?: string
  frame?: string
  /** Whether visitors read it, each in their own language as far as there is a translation. */
  isTranslated?: true
  /** Its description in the OpenAPI document. */
  description?: string
}

/** Visitors can read it, or only the team. */
export const FRAME = { inFrame: true } as const
export const INSIDE = { inFrame: false } as const
