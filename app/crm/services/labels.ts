import Label from '#crm/models/label'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

const DEFAULT_LABELS = [
  { name: 'Hot', colour: '#dc3545' },
  { name: 'Warm', colour: '#f5a623' },
  { name: 'Cold', colour: '#2f80ed' },
]

/** A tenant's labels by age; a tenant that has none yet gets Hot, Warm and Cold. */
export async function labelsOf(tenantId: string, client?: QueryClientContract) {
  const labels = await Label.query({ client }).where('tenant_id', tenantId).orderBy('id')
  if (labels.length > 0) return labels

  const rows = DEFAULT_LABELS.map((label) => ({ ...label, tenant_id: tenantId }))
  const query = client ?? Label.query().client
  await query.table('labels').multiInsert(rows).onConflict(['tenant_id', 'name']).ignore()
  return Label.query({ client }).where('tenant_id', tenantId).orderBy('id')
}

/** Those of the ids that are labels of the tenant. */
export async function ownLabelIds(tenantId: string, ids: number[], client?: QueryClientContract) {
  const labels = await Label.query({ client }).where('tenant_id', tenantId).whereIn('id', ids)
  return labels.map((label) => label.id)
}
