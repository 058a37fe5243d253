/** The currencies offered in forms. */
export const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'JPY',
  'CAD',
  'AUD',
]

function formatterFor(currency: string) {
  return new Intl.NumberFormat('en', { style: 'currency', currency })
}

/** How many digits the currency's minor unit has: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string) {
  return formatterFor(currency).resolvedOptions().maximumFractionDigits ?? 2
}

/** Writes an amount of minor units the way people read it; an empty string where there is none. */
export function formatMoney(amount: number | null, currency: string) {
  if (amount === null) return ''
  return formatterFor(currency).format(amount / 10 ** minorDigits(currency))
}

/** Turns what was typed into a form (12.50) into minor units (1250). */
export function toMinorUnits(value: number | null, currency: string) {
  return value === null ? null : Math.round(value * 10 ** minorDigits(currency))
}

/** Turns minor units back into what a form field shows. */
export function fromMinorUnits(amount: number | null, currency: string) {
  if (amount === null) return ''
  const digits = minorDigits(currency)
  return (amount / 10 ** digits).toFixed(digits)
}
