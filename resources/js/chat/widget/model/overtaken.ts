import type { Chat } from './chat.js'
import type { Conversation } from './types.js'

/**
 * What a request answers. The state of a conversation in it may be from before frames that came meanwhile: then what
 * they said of it stays, and a catch-up asks once more.
 */
export async function unlessOvertaken<Answer extends { conversation: Conversation | null }>(
  chat: Chat,
  request: Promise<Answer>
): Promise<Answer> {
  const { changes } = chat
  const answer = await request
  if (changes === chat.changes || !answer.conversation) return answer
  chat.sync.refresh()
  const known = chat.thread.find(answer.conversation.id)?.conversation
  return { ...answer, conversation: known ?? answer.conversation }
}
