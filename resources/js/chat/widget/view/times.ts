import { locale } from '../locale.js'
import { text } from '../texts.js'

const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' })
const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })
const soon = new Intl.DateTimeFormat(locale, {
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
})
const later = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })

const WEEK = 7 * 86_400_000

/** An invalid timestamp is shown as the current time rather than breaking the thread. */
function moment(iso: string) {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? new Date() : date
}

export const timeOf = (iso: string) => time.format(moment(iso))
export const fullTimeOf = (iso: string) => full.format(moment(iso))

/** Equal for two timestamps of the same local day. */
export function dayOf(iso: string, now = new Date()): string {
  const date = moment(iso)
  const start = new Date(now).setHours(0, 0, 0, 0)
  if (date.getTime() >= start) return text('today')
  if (date.getTime() >= new Date(start - 1).setHours(0, 0, 0, 0)) return text('yesterday')
  return day.format(date)
}

/** When the team is back, in the visitor's own time. */
export function backAt(iso: string): string {
  const date = moment(iso)
  return (date.getTime() - Date.now() < WEEK - 3_600_000 ? soon : later).format(date)
}
