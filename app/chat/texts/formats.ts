import type { DateTime } from 'luxon'
import { catalogue } from '#chat/texts/catalogue'
import { momentsOf } from '#chat/texts/formatters'

export * from '#chat/texts/lists'
export * from '#chat/texts/shapes'

/** A moment, in its own zone, as the language in use writes it. */
export function inWords(moment: DateTime, shape: Intl.DateTimeFormatOptions) {
  const { locale } = catalogue()
  const zone = moment.zone.type === 'iana' ? moment.zoneName : moment.zoneName === 'UTC' && 'UTC'
  if (!zone) return moment.setLocale(locale).toLocaleString(shape)
  return momentsOf(locale, { ...shape, timeZone: zone }).format(moment.toMillis())
}

/** How long ago a moment was: `3 hours ago`. */
export const agoInWords = (moment: DateTime) => moment.toRelative({ locale: catalogue().locale })

export const numberInWords = (value: number, shape?: Intl.NumberFormatOptions) =>
  value.toLocaleString(catalogue().locale, shape)

/** How long something took: `250ms`, `1.5s`. */
export const millisInWords = (ms: number) =>
  ms < 1000 ? inUnit(ms, 'millisecond', 0) : inUnit(ms / 1000, 'second', 1)

const inUnit = (value: number, unit: string, maximumFractionDigits: number) =>
  numberInWords(value, { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits })

/** The name of a country by its code. */
export const countryInWords = (code: string) =>
  new Intl.DisplayNames([catalogue().locale], { type: 'region' }).of(code) ?? code
