import type { HttpContext } from '@adonisjs/core/http'
import { countryOf } from '#chat/support/country'
import { languageInUse } from '#chat/texts/catalogue'
import type { VisitorClient } from '#chat/services/visitors/visitor_registry'

/** What a request says about its visitor's browser, cut to the stored length. */
export function clientOf(
  request: HttpContext['request'],
  countryHeader: string | null
): VisitorClient {
  return {
    ipAddress: request.ip().slice(0, 64),
    userAgent: request.header('user-agent')?.slice(0, 512) ?? null,
    countryCode: countryOf(request, countryHeader),
    locale: languageInUse(),
  }
}
