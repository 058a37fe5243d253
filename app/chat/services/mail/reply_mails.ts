import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import type { ChatMailer } from '#chat/contracts/chat_mailer'
import type Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { dueConversations } from '#chat/services/due_actions/due_conversations'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { Mailing } from '#chat/services/mail/mailing'
import { replyMail } from '#chat/services/mail/reply_mail'
import { mailsOf, unreadReplies } from '#chat/services/mail/unread_replies'

interface Parts {
  config: ChatConfig
  mailer: ChatMailer | null
  writer: ConversationWriter
  dueActions: DueActions
  mailing: Mailing
}

/**
 * Emails visitors the replies that they have not read (N1): one email per burst, some minutes after its last reply.
 * Whether there is anything to send is decided when it is due.
 */
export class ReplyMails implements DueKind {
  readonly name = 'reply-mail'

  constructor(protected parts: Parts) {}

  /** When a reply of this moment is due by email; its conversation is stored with it. Null where none is sent. */
  dueAt(): DateTime | null {
    const { mailer, config } = this.parts
    return mailer && DateTime.utc().plus({ minutes: config.mail.unreadAfterMinutes })
  }

  async gather(now: DateTime, most: number): Promise<number> {
    const due = await dueConversations('mail_due_at', now, most)
    for (const conversation of due) await this.#schedule(conversation, now)
    return due.length
  }

  async run(action: DueAction): Promise<void> {
    const { mailing } = this.parts
    const conversation = await mailing.find(action)
    if (!conversation || !isWanted(conversation)) return
    const address = await mailing.addressOf(conversation)
    if (!address) return
    const earlier = await mailsOf(conversation)
    const replies = await unreadReplies(conversation, earlier)
    if (replies.length === 0) return
    await mailing.send(conversation, address, {
      earlier,
      token: action.token,
      letter: {
        upToSeq: replies.at(-1)!.seq,
        line: 'system_lines.mailed',
        write: (envelope, render) => replyMail(envelope, replies, render),
      },
    })
  }

  #schedule(conversation: Conversation, now: DateTime) {
    return this.parts.writer.change(conversation, async (locked, trx) => {
      if (!locked.mailDueAt || locked.mailDueAt > now) return []
      locked.mailDueAt = null
      const order = { purpose: 'reply-mail', kind: this.name, dueAt: now } as const
      await this.parts.dueActions.schedule(locked, order, trx)
      return []
    })
  }
}

/** Whether replies are still worth an email. */
const isWanted = ({ widget, visitor, archivedAt }: Conversation) =>
  widget.mailReplies && !archivedAt && !visitor.blockedAt
