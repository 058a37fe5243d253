import type { ChatService } from '#chat/services/chat_service'
import type Conversation from '#chat/models/conversation'
import type Department from '#chat/models/department'
import { departmentTeam } from '#chat/services/routing/department_team'

/** What follows when no one of the department is there: until when the conversation waits for them. */
export const opensLater = (minutes: number) =>
  minutes > 0 ? `open to everyone after ${minutes} min` : ''

/** What has to be said of a conversation that was passed on to a department; null when one of it is there. */
export async function departmentNotice(
  chat: ChatService,
  conversation: Conversation,
  department: Department
): Promise<string | null> {
  const roster = await chat.roster.list(conversation.tenantId)
  const statusOf = chat.presence.statusOf.bind(chat.presence)
  const { online } = departmentTeam(department, conversation, roster, statusOf)
  if (online > 0) return null
  const later = opensLater(chat.config.departmentFallbackMinutes)
  return `No one from ${department.name} is online${later && `: ${later}`}.`
}
