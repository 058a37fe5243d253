import type { ChatLimits } from '#chat/http/chat_limits'
import type Conversation from '#chat/models/conversation'
import type { ChatService } from '#chat/services/chat_service'

interface Wanted {
  conversation: Conversation
  /** The time zone of its times. */
  zone: string
  /** Further limits of the one who asks; throws when one is reached. */
  admit?: () => Promise<void>
}

/**
 * Mails a conversation to its visitor (W20), within the limit of their address, and returns that address.
 *
 * @throws E_TOO_MANY_REQUESTS when a limit is reached, and the errors of `transcripts.addressOf`
 */
export async function mailTranscript(
  { transcripts }: ChatService,
  limits: ChatLimits,
  { conversation, zone, admit }: Wanted
) {
  const email = await transcripts.addressOf(conversation)
  await admit?.()
  await limits.transcriptTo(conversation.tenantId, email)
  await transcripts.mail(conversation, zone)
  return email
}
