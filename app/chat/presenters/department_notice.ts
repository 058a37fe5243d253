import type { ChatService } from '#chat/services/chat_service'
import type Conversation from '#chat/models/conversation'
import type Department from '#chat/models/department'
import { departmentTeam } from '#chat/services/routing/department_team'
import { text } from '#chat/texts/text'

/** What follows when no one of the department is there: until when the conversation waits for them. */
export const opensLater = (minutes: number) =>
  minutes > 0 ? text('inbox.actions.transfer.later', { minutes }) : ''

/** The notice about a conversation that was transferred to a department; null when one of its agents is present. */
export async function departmentNotice(
  chat: ChatService,
  conversation: Conversation,
  department: Department
): Promise<string | null> {
  const roster = await chat.agents.roster.list(conversation.tenantId)
  const statusOf = chat.agents.presence.statusOf.bind(chat.agents.presence)
  const { online } = departmentTeam(department, conversation, roster, statusOf)
  if (online > 0) return null
  const later = opensLater(chat.config.departmentFallbackMinutes)
  const { name } = department
  return later
    ? text('inbox.actions.transfer.no_one_online_later', { name, later })
    : text('inbox.actions.transfer.no_one_online', { name })
}
