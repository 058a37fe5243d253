import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { isFollowUp } from '#chat/services/conversations/follow_up_step'
import SentMail from '#chat/models/sent_mail'

/** More do not fit into an email. */
const MOST = 20

/** The emails about a conversation so far, oldest first. */
export function mailsOf({ id }: Conversation): Promise<SentMail[]> {
  return SentMail.query().where('conversation_id', id).orderBy('id')
}

/** The newest replies and follow-ups that the visitor has neither read nor been mailed, oldest first. */
export async function unreadReplies(
  conversation: Conversation,
  mails: SentMail[]
): Promise<Message[]> {
  const known = Math.max(conversation.visitorReadSeq, mails.at(-1)?.upToSeq ?? 0)
  const newest = await Message.query()
    .where({ conversation_id: conversation.id, visibility: 'public' })
    .whereIn('sender_type', ['agent', 'bot'])
    .whereIn('type', ['text', 'file'])
    .where('seq', '>', known)
    .orderBy('seq', 'desc')
    .limit(MOST)
  return newest.filter((each) => each.senderType === 'agent' || isFollowUp(each)).reverse()
}
