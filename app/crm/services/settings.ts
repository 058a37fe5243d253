import Setting from '#crm/models/setting'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

export interface CompanySettings {
  companyName: string
  currency: string
  timeZone: string
}

const DEFAULTS: CompanySettings = { companyName: 'My company', currency: 'EUR', timeZone: 'UTC' }

/** A tenant's settings, with defaults where nothing has been chosen yet. */
export async function settingsOf(
  tenantId: string,
  client?: QueryClientContract
): Promise<CompanySettings> {
  const row = await Setting.query({ client }).where('tenant_id', tenantId).first()
  if (!row) return DEFAULTS
  return { companyName: row.companyName, currency: row.currency, timeZone: row.timeZone }
}

/** Keeps what a tenant has chosen. */
export async function saveSettings(tenantId: string, chosen: CompanySettings) {
  await Setting.updateOrCreate({ tenantId }, chosen)
}
