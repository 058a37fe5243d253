/** Creating a formatter costs a hundred times what using it does; there are as many as languages and shapes. */
const kept = new Map<string, unknown>()

function keep<T>(key: string, make: () => T): T {
  const known = kept.get(key) as T | undefined
  if (known) return known
  const made = make()
  kept.set(key, made)
  return made
}

/** How a language writes numbers. */
export const numbersOf = (locale: string): Intl.NumberFormat =>
  keep(`number ${locale}`, () => new Intl.NumberFormat(locale))

/** Which form of a text a language takes for a number. */
export const pluralsOf = (locale: string): Intl.PluralRules =>
  keep(`plural ${locale}`, () => new Intl.PluralRules(locale))

/** How a language writes moments of a shape, which names their time zone. */
export const momentsOf = (locale: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  keep(`moment ${locale} ${JSON.stringify(shape)}`, () => new Intl.DateTimeFormat(locale, shape))
