/** A number as the package describes it. */
interface PhoneNumber {
  isValid(): boolean
  formatInternational(): string
}

/** What is used of `libphonenumber-js/min`. */
interface PhoneNumbers {
  findPhoneNumbersInText(
    text: string,
    options: { defaultCountry?: string; v2: true }
  ): { startsAt: number; endsAt: number; number: PhoneNumber }[]
  isSupportedCountry(country: string): boolean
}

/** A host may do without the package; the name is no literal, so that it is not looked for where types are checked. */
const PACKAGE: string = 'libphonenumber-js/min'

/** Digits that may be a phone number, with what people write between them. */
const DIGITS = /(?:\d[\s()./-]{0,3}){6}/

/**
 * How phone numbers are written, and other numbers seldom are: with a prefix, with an area in brackets, or in the groups of
 * North America. A date or an order may be a valid number as well.
 */
const WRITTEN_AS_PHONE = /^(?:[+(0]|\d{3}[-. ]\d{3}[-. ]\d{4}$)/

/** Whether a text has enough digits for a phone number. */
export const mayHoldPhone = (text: string) => DIGITS.test(text)

let loading: Promise<PhoneNumbers | null> | undefined

/** Loaded with the first text that may have a number; null where the package is not installed. */
const phoneNumbers = () =>
  (loading ??= import(PACKAGE).then(
    (loaded) => loaded as PhoneNumbers,
    () => null
  ))

/**
 * The first phone number in a text, in its international form; null without a valid one.
 *
 * @param country two letters, for numbers without an international prefix
 */
export async function foundPhone(text: string, country: string | null): Promise<string | null> {
  if (!mayHoldPhone(text)) return null
  const library = await phoneNumbers()
  if (!library) return null
  const isKnown = country !== null && library.isSupportedCountry(country)
  const found = library.findPhoneNumbersInText(text, {
    ...(isKnown && { defaultCountry: country }),
    v2: true,
  })
  const phone = found.find(
    ({ number, startsAt, endsAt }) =>
      number.isValid() && WRITTEN_AS_PHONE.test(text.slice(startsAt, endsAt))
  )
  return phone?.number.formatInternational() ?? null
}
