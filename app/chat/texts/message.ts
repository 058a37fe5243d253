/** A text whose wording depends on a number, by the plural categories of its language (`Intl.PluralRules`). */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** One text of the catalogue; `{name}` stands for a value. */
export type Message = string | PluralForms

/** Texts of one area, in groups. */
export interface Messages {
  [key: string]: Message | Messages
}

type Form<M> = M extends string ? M : M extends PluralForms ? M['other'] : never

/** Vine fills in what stands in double braces. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `{${string}` ? never : Name) | NamesIn<Rest>
  : never

type Names<M> = NamesIn<Form<M>> | (M extends PluralForms ? 'count' : never)

/** Keys of all texts below a group, as `group.text`. */
export type KeyOf<M> = {
  [Key in keyof M & string]: M[Key] extends Message ? Key : `${Key}.${KeyOf<M[Key]>}`
}[keyof M & string]

type At<M, Key extends string> = Key extends keyof M
  ? M[Key]
  : Key extends `${infer Group}.${infer Rest}`
    ? Group extends keyof M
      ? At<M[Group], Rest>
      : never
    : never

/** What a text has to be given: a value for each of its names, and `count` where it has plural forms. */
export type ValuesOf<M, Key extends string> = [Names<At<M, Key>>] extends [never]
  ? []
  : [values: Record<Names<At<M, Key>>, string | number>]
