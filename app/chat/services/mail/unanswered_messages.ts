import { toSqlUtc } from '#chat/models/columns'
import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'

/** More do not fit into an email. */
const MOST = 20

/** What the visitor has written since they wait for an answer, the newest messages of it, oldest first. */
export async function unansweredMessages({ id, waitingSince }: Conversation): Promise<Message[]> {
  if (!waitingSince) return []
  const newest = await Message.query()
    .where({ conversation_id: id, sender_type: 'visitor', visibility: 'public' })
    .where('created_at', '>=', toSqlUtc(waitingSince))
    .orderBy('seq', 'desc')
    .limit(MOST)
  return newest.reverse()
}
