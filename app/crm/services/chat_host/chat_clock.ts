import { settingsOf } from '#crm/services/settings'

export async function timeZone(tenantId: string) {
  const settings = await settingsOf(tenantId)
  return settings.timeZone
}
