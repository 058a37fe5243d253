import PipelineStage from '#crm/models/pipeline_stage'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

const DEFAULT_STAGES = [
  { name: 'New', colour: '#2563eb' },
  { name: 'Qualified', colour: '#7c3aed' },
  { name: 'Proposal', colour: '#b54708' },
  { name: 'Won', colour: '#067647' },
  { name: 'Lost', colour: '#5b6371' },
]

/** A tenant's stages from first to last; a tenant that has none yet gets the default ones. */
export async function stagesOf(tenantId: string, client?: QueryClientContract) {
  const stages = await readStages(tenantId, client)
  if (stages.length > 0) return stages

  const rows = DEFAULT_STAGES.map((stage, index) => ({
    ...stage,
    tenant_id: tenantId,
    position: index + 1,
  }))
  const query = client ?? PipelineStage.query().client
  await query.table('pipeline_stages').multiInsert(rows).onConflict(['tenant_id', 'name']).ignore()
  return readStages(tenantId, client)
}

/** The stage in which a lead begins. */
export async function firstStage(tenantId: string, client?: QueryClientContract) {
  const [stage] = await stagesOf(tenantId, client)
  return stage
}

/** A stage of the tenant; another tenant's does not exist. */
export function findStage(tenantId: string, stageId: number, client?: QueryClientContract) {
  return PipelineStage.query({ client }).where({ tenant_id: tenantId, id: stageId }).firstOrFail()
}

function readStages(tenantId: string, client?: QueryClientContract) {
  return PipelineStage.query({ client })
    .where('tenant_id', tenantId)
    .orderBy('position')
    .orderBy('id')
}
