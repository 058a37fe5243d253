import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { chatTable } from '#chat/models/chat_model'
import type Conversation from '#chat/models/conversation'

/** What an agent serves (R5). No widget named means all of them. */
export interface Scope {
  widgetIds: number[]
  departmentIds: number[]
}

type Scoped = Pick<Conversation, 'widgetId' | 'departmentId'>

/** The scopes of these agents. */
export async function scopesOf(
  agentIds: number[],
  client: QueryClientContract = db.connection()
): Promise<Map<number, Scope>> {
  const scopes = new Map(agentIds.map((id): [number, Scope] => [id, emptyScope()]))
  if (agentIds.length === 0) return scopes
  const widgets = await client.from(chatTable('agent_widgets')).whereIn('agent_id', agentIds)
  const departments = await client
    .from(chatTable('agent_departments'))
    .whereIn('agent_id', agentIds)
  for (const { agent_id: id, widget_id: widget } of widgets) scopes.get(id)!.widgetIds.push(widget)
  for (const { agent_id: id, department_id: department } of departments) {
    scopes.get(id)!.departmentIds.push(department)
  }
  return scopes
}

/** Whether an agent of this scope may be given the conversation. */
export function covers(scope: Scope, { widgetId, departmentId }: Scoped) {
  const servesWidget = scope.widgetIds.length === 0 || scope.widgetIds.includes(widgetId)
  return servesWidget && (departmentId === null || scope.departmentIds.includes(departmentId))
}

/** Each different scope once: a team of twenty mostly shares two or three. */
export function distinctScopes(scopes: Iterable<Scope>): Scope[] {
  const seen = new Map<string, Scope>()
  for (const scope of scopes) {
    const key = [scope.widgetIds, scope.departmentIds]
      .map((ids) => [...ids].sort().join())
      .join(';')
    seen.set(key, scope)
  }
  return [...seen.values()]
}

const emptyScope = (): Scope => ({ widgetIds: [], departmentIds: [] })
