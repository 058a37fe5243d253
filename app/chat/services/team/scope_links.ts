import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { ScopeUnknown } from '#chat/exceptions/chat_errors'
import type Agent from '#chat/models/agent'
import { chatTable } from '#chat/models/chat_model'
import Department from '#chat/models/department'
import { inOrderOf, namedByAny, type Reference } from '#chat/models/reference'
import Widget from '#chat/models/widget'

/**
 * Stores the departments or widgets of an agent in place of those before; undefined leaves them as they are.
 *
 * @throws ScopeUnknown when the agent's tenant does not have one of them
 */
export async function replaceScopeLinks(
  agent: Agent,
  what: 'department' | 'widget',
  references: Reference[] | undefined,
  trx: TransactionClientContract
): Promise<void> {
  if (!references) return
  const links = chatTable(`agent_${what}s`)
  await trx.from(links).where('agent_id', agent.id).delete()
  if (references.length === 0) return
  const { ids, uuids } = namedByAny(references)
  const rows: { id: number; externalId: string }[] = await trx
    .from((what === 'department' ? Department : Widget).table)
    .where('tenant_id', agent.tenantId)
    .where((named) => named.whereIn('id', ids).orWhereIn('external_id', uuids))
    .select('id', 'external_id as externalId')
  if (inOrderOf(rows, references).includes(undefined)) throw new ScopeUnknown(what)
  await trx
    .table(links)
    .multiInsert(rows.map(({ id }) => ({ agent_id: agent.id, [`${what}_id`]: id })))
}
