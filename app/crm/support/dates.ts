import { type DateTime } from 'luxon'

/** A moment as people write it, in the company's time zone. */
export function formatDateTime(moment: DateTime, timeZone: string) {
  return moment.setZone(timeZone).setLocale('en-GB').toFormat('d LLL yyyy, HH:mm')
}

/** A day as people write it, in their time zone. */
export function formatDate(moment: DateTime, timeZone: string) {
  return moment.setZone(timeZone).setLocale('en-GB').toFormat('d LLL yyyy')
}

/** How long ago a moment was, in words. */
export function formatAgo(moment: DateTime) {
  return moment.diffNow('seconds').seconds > -45
    ? 'just now'
    : (moment.toRelative({ locale: 'en' }) ?? '')
}

/** A moment for the `datetime` attribute. */
export function isoDate(moment: DateTime) {
  return moment.toUTC().toISO() ?? ''
}
