import { IANAZone } from 'luxon'
import type { CrmHost } from '#chat/contracts/crm_host'

/** A tenant's time zone, as an IANA name; UTC when the host names an unknown one. */
export async function timeZoneOf(host: Pick<CrmHost, 'timeZone'>, tenantId: string) {
  const zone = await host.timeZone(tenantId)
  return IANAZone.isValidZone(zone) ? zone : 'UTC'
}
