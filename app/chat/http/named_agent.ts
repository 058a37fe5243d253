import type { HttpContext } from '@adonisjs/core/http'
import type { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import { NotAssignable } from '#chat/exceptions/chat_errors'
import { refuse } from '#chat/http/api_responses'
import { text } from '#chat/texts/text'

interface Named {
  agent_id?: string | number | null
  user_id?: string | number
}

/** The agent that a request names; a user who does not answer chats is refused with the field. */
export async function namedAgent(
  { agents }: ChatService,
  { chatAuth }: HttpContext,
  { agent_id: agentId, user_id: userId }: Named
): Promise<Agent> {
  const field = agentId === undefined ? 'user_id' : 'agent_id'
  if (agentId === 'me' || userId === 'me') return chatAuth.agent
  if ((agentId ?? userId) === undefined) {
    refuse('agent_id', 'required', text('api_input.agent'))
  }
  const { tenantId } = chatAuth
  try {
    const named = agentId === undefined ? null : await agents.named(tenantId, agentId!)
    const user = agentId === undefined ? String(userId) : (named?.userId ?? '')
    return await agents.assignable(tenantId, user)
  } catch (error) {
    if (!(error instanceof NotAssignable)) throw error
    return refuse(field, 'assignable', error.message)
  }
}
