/**
 * How many of a phone number's last digits are indexed: the digits before them are written in many ways, or left out.
 */
const PHONE_KEY_LENGTH = 8
const SHORTEST_PHONE = 6

/** The longest number (15 digits), with the prefix of international calls. */
const LONGEST_PHONE = 20

/** An email address in the form that an exact search compares; null for none. */
export const emailKey = (email: string | null) =>
  email === null ? null : email.normalize('NFKC').toLowerCase().slice(0, 254)

/** The digits of a phone number without the national prefix: `+49 (0)170 12-34` as `491701234`. */
export const phoneDigits = (phone: string) =>
  phone.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, '')

/** The digits that phone numbers are looked up by; null for what is too short or too long to be one. */
export function phoneKey(phone: string | null) {
  const digits = phoneDigits(phone ?? '')
  const isPhone = digits.length >= SHORTEST_PHONE && digits.length <= LONGEST_PHONE
  return isPhone ? digits.slice(-PHONE_KEY_LENGTH) : null
}

/** Whether two phone numbers are the same, one of them perhaps without its country code. */
export function isSamePhone(one: string, other: string) {
  const [a, b] = [phoneDigits(one), phoneDigits(other)]
  return phoneKey(one) !== null && phoneKey(other) !== null && (a.endsWith(b) || b.endsWith(a))
}
