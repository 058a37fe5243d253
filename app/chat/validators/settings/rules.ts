import { IANAZone } from 'luxon'
import vine from '#chat/validators/vine'
import { normalizeAllowedOrigin } from '#chat/services/widgets/allowed_origins'
import { text } from '#chat/texts/text'

const MAX_ORIGINS = 100

/** An address that browsers load over HTTPS, in the form in which they read it. */
export const httpsUrl = vine.createRule(function httpsUrlRule(value, _options: undefined, field) {
  if (!field.isValid) return
  const url = URL.parse(value as string)
  if (url?.protocol !== 'https:' || url.username || url.password || url.href.length > 1024) {
    return field.report(text('validation.https'), 'https', field)
  }
  field.mutate(url.href, field)
})

/** A time zone by its IANA name, older names included. */
export const timeZone = vine.createRule(function timeZoneRule(value, _options: undefined, field) {
  if (!field.isValid || IANAZone.isValidZone(value as string)) return
  field.report(text('validation.timezone'), 'time_zone', field)
})

/**
 * Websites, one per line or as a list of texts. Each is brought into its one form, repeated ones are
 * dropped, and the first that is none is named.
 */
export const websites = vine.createRule(function websitesRule(value, _options: undefined, field) {
  const lines = typeof value === 'string' ? value.split(/[\n,]/) : value
  if (!Array.isArray(lines) || !lines.every((line) => typeof line === 'string')) {
    return field.report(text('validation.websites'), 'websites', field)
  }
  const entries = lines.map((line) => line.trim()).filter((line) => line !== '')
  if (entries.length > MAX_ORIGINS) {
    return field.report(text('validation.too_many_websites'), 'array.maxLength', field, {
      max: MAX_ORIGINS,
    })
  }
  const origins = entries.map(normalizeAllowedOrigin)
  const refused = entries[origins.indexOf(null)]
  if (refused !== undefined) {
    const named = refused.length > 80 ? `${refused.slice(0, 79)}…` : refused
    return field.report(text('validation.website', { website: named }), 'website', field)
  }
  field.mutate([...new Set(origins)], field)
})
