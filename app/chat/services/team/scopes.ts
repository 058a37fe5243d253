import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { chatClient, chatTable } from '#chat/models/chat_model'
import type Conversation from '#chat/models/conversation'

/** The widgets and departments that an agent serves (R5). No widget means all of them. */
export interface Scope {
  widgetIds: number[]
  departmentIds: number[]
}

/** A scope and the agents who share it. */
export interface SharedScope extends Scope {
  agentIds: number[]
}

type Scoped = Pick<Conversation, 'widgetId' | 'departmentId'>
type Waiting = Scoped & Pick<Conversation, 'transferredById'>

/** The scopes of these agents. */
export async function scopesOf(
  agentIds: number[],
  client: QueryClientContract = chatClient(db)
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

/** Whether an agent of this scope may be assigned the conversation. */
export function covers(scope: Scope, { widgetId, departmentId }: Scoped) {
  const servesWidget = scope.widgetIds.length === 0 || scope.widgetIds.includes(widgetId)
  return servesWidget && (departmentId === null || scope.departmentIds.includes(departmentId))
}

/** Whether the queue may assign the conversation to this agent: never to the one who transferred it. */
export const mayServe = (agentId: number, scope: Scope, conversation: Waiting) =>
  conversation.transferredById !== agentId && covers(scope, conversation)

/** Each distinct scope once: a team of twenty usually shares two or three. */
export function sharedScopes(scopes: Iterable<[number, Scope]>): SharedScope[] {
  const shared = new Map<string, SharedScope>()
  for (const [agentId, scope] of scopes) {
    const key = [scope.widgetIds, scope.departmentIds]
      .map((ids) => [...ids].sort().join())
      .join(';')
    const known = shared.get(key)
    if (known) known.agentIds.push(agentId)
    else shared.set(key, { ...scope, agentIds: [agentId] })
  }
  return [...shared.values()]
}

const emptyScope = (): Scope => ({ widgetIds: [], departmentIds: [] })
