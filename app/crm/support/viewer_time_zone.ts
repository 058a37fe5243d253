import { IANAZone } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'

/** Set by the CRM's script to the browser's time zone. */
const COOKIE = 'crm_tz'

/** The time zone of the browser that asks; null when it has not named one, or none that exists. */
export function viewerTimeZone({ request }: HttpContext): string | null {
  const zone: unknown = request.plainCookie(COOKIE, { encoded: false })
  return typeof zone === 'string' && IANAZone.isValidZone(zone) ? zone : null
}
