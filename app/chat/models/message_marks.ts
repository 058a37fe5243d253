import type { MessageFacts } from '#chat/models/facts'
import { mailOf } from '#chat/models/message_mail'

/** Whether a message is shown to agents with more than its text: how it came, and what came with it. */
export const hasMarks = (message: Pick<MessageFacts, 'metadata'>) =>
  mailOf(message) !== null || message.metadata?.follow_up === true
