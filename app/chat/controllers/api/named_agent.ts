import type { HttpContext } from '@adonisjs/core/http'
import type { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import { NotAssignable } from '#chat/exceptions/chat_errors'
import { refuse } from '#chat/controllers/api/answers'

interface Named {
  agent_id?: string | number | null
  user_id?: string | number
}

/** The agent that a request names. It must be somebody who answers chats; else the field is refused. */
export async function namedAgent(
  { agents }: ChatService,
  { chatDesk }: HttpContext,
  { agent_id: agentId, user_id: userId }: Named
): Promise<Agent> {
  const field = agentId === undefined ? 'user_id' : 'agent_id'
  if (agentId === 'me' || userId === 'me') return chatDesk.agent
  if ((agentId ?? userId) === undefined) {
    refuse('agent_id', 'required', 'Name somebody by agent_id or user_id')
  }
  const { tenantId } = chatDesk
  try {
    const named = agentId === undefined ? null : await agents.named(tenantId, agentId!)
    const user = agentId === undefined ? String(userId) : (named?.userId ?? '')
    return await agents.assignable(tenantId, user)
  } catch (error) {
    if (!(error instanceof NotAssignable)) throw error
    return refuse(field, 'assignable', error.message)
  }
}
