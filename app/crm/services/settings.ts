import db from '@adonisjs/lucid/services/db'
import { settingsVersion } from 'adonis-crm-chat'
import Setting from '#crm/models/setting'
import { toSqlUtc } from '#crm/models/columns'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

export interface CompanySettings {
  companyName: string
  currency: string
  timeZone: string
  /** Otherwise they see those of their widgets and departments, and those assigned to them. */
  employeesSeeAllChats: boolean
}

const DEFAULTS: CompanySettings = {
  companyName: 'My company',
  currency: 'EUR',
  timeZone: 'UTC',
  employeesSeeAllChats: true,
}

/** A tenant's settings, with defaults where nothing has been chosen yet. */
export async function settingsOf(
  tenantId: string,
  client?: QueryClientContract
): Promise<CompanySettings> {
  const row = await Setting.query({ client }).where('tenant_id', tenantId).first()
  if (!row) return DEFAULTS
  const { companyName, currency, timeZone, employeesSeeAllChats } = row
  return { companyName, currency, timeZone, employeesSeeAllChats }
}

/**
 * Stores what a tenant has chosen; what is left out stays as it is. Of two who choose at the same time the later one
 * wins. Each process reads the settings again.
 */
export async function saveSettings(tenantId: string, chosen: Partial<CompanySettings>) {
  const now = toSqlUtc(new Date())
  await db.transaction(async (trx) => {
    await trx
      .knexQuery()
      .table(Setting.table)
      .insert({
        tenant_id: tenantId,
        created_at: now,
        updated_at: now,
        ...columnsOf({ ...DEFAULTS, ...chosen }),
      })
      .onConflict('tenant_id')
      .merge({ updated_at: now, ...columnsOf(chosen) })
    await settingsVersion.advance(trx)
  })
}

const COLUMNS: Record<keyof CompanySettings, string> = {
  companyName: 'company_name',
  currency: 'currency',
  timeZone: 'time_zone',
  employeesSeeAllChats: 'employees_see_all_chats',
}

function columnsOf(settings: Partial<CompanySettings>) {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    given.map(([name, value]) => [COLUMNS[name as keyof CompanySettings], value])
  )
}
