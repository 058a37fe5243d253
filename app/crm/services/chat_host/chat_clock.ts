import { settingsOf } from '#crm/services/settings'

export { viewerTimeZone as timeZoneOf } from '#crm/support/viewer_time_zone'

export async function timeZone(tenantId: string) {
  const settings = await settingsOf(tenantId)
  return settings.timeZone
}
