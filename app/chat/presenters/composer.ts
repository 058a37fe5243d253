import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type Conversation from '#chat/models/conversation'
import { identityOf } from '#chat/presenters/conversation_identity'
import { presentSnooze } from '#chat/presenters/snooze'
import { presentStatus } from '#chat/presenters/status'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { acceptedTypes } from '#chat/services/attachments/file_types'
import { MAX_MESSAGE_LENGTH } from '#chat/services/conversations/message_rules'
import { isOpen } from '#chat/services/conversations/status_rules'
import { text } from '#chat/texts/text'

/** The form below a thread, or what stands there once the conversation has ended. */
export function presentComposer(ctx: HttpContext, conversation: Conversation, query: string) {
  return {
    later: presentSnooze(conversation, ViewerClock.of(ctx)),
    ...identityOf(conversation),
    query,
    canReply: ctx.chatAuth.may.has('reply chat'),
    isEnded: !isOpen(conversation.status),
    endedText: endedText(conversation),
    maxLength: MAX_MESSAGE_LENGTH,
    maxFileMegabytes: conversation.widget.maxFileMegabytes,
    accept: acceptedTypes(conversation.widget.fileTypes),
    /** For a form that is sent without scripts: sent twice it is stored once. */
    clientMessageId: randomUUID(),
  }
}

/** What stands where the composer of an open conversation is. */
function endedText(conversation: Conversation) {
  const { status } = presentStatus(conversation)
  return status === 'resolved' || status === 'closed' || status === 'archived'
    ? text(`inbox.conversation.composer.ended.${status}`)
    : text('inbox.conversation.composer.ended.ended')
}
