import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostUser } from '#chat/contracts/host_records'
import { ConversationEnded } from '#chat/exceptions/chat_errors'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type MailRecipient from '#chat/models/mail_recipient'
import Message from '#chat/models/message'
import type { Attachments } from '#chat/services/attachments/attachments'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { appendMessage } from '#chat/services/conversations/message_log'
import type { Messages } from '#chat/services/conversations/messages'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { MailReceipt } from '#chat/services/mail/inbound/mail_receipt'
import { takeFiles } from '#chat/services/mail/inbound/inbound_files'
import { mailDraft, type MailDraft } from '#chat/services/mail/inbound/mail_draft'
import type { ParsedMail } from '#chat/services/mail/inbound/parsed_mail'
import type { ReceivedMails } from '#chat/services/mail/inbound/received_mails'
import { plainAddress } from '#chat/services/mail/mail_stops'
import type { Agents } from '#chat/services/team/agents'
import { isInSight } from '#chat/services/visibility/sight'
import { houseText } from '#chat/texts/text'

interface Parts {
  host: CrmHost
  writer: ConversationWriter
  messages: Messages
  agents: Agents
  attachments: Attachments
}

/**
 * Answers to emails that went to agents or to a widget's team. The visitor gets what an agent of the tenant has sent
 * from their own address, under their name; anything else stays with the agents, as a note.
 */
export class AgentAnswers {
  constructor(
    protected parts: Parts,
    protected originals: ReceivedMails
  ) {}

  async take(
    mail: ParsedMail,
    recipient: MailRecipient,
    conversation: Conversation
  ): Promise<MailReceipt> {
    const kept = await this.originals.keep(conversation, mail)
    const agent = await this.#agentOf(mail, recipient, conversation)
    if (!agent) return this.#keepAsNote(conversation, mailDraft(mail, kept, true))
    const files = await takeFiles(mail, kept, (file) =>
      this.parts.attachments.fromAgent(agent, conversation.widget, file)
    )
    const draft = mailDraft(mail, kept, false, files)
    const { agent: messages } = this.parts.messages
    try {
      const { isNew } = await messages.post(conversation, agent, draft)
      return { status: isNew ? 'stored' : 'duplicate' }
    } catch (error) {
      if (!(error instanceof ConversationEnded)) throw error
      const { isNew } = await messages.post(conversation, agent, { ...draft, internal: true })
      if (isNew) await this.#say(conversation, houseText('system_lines.mail_after_end'))
      return { status: isNew ? 'stored' : 'duplicate' }
    }
  }

  /** The agent whose address the answer comes from; null when it is not one who got the email and may reply by now. */
  async #agentOf(
    { from }: ParsedMail,
    recipient: MailRecipient,
    conversation: Conversation
  ): Promise<Agent | null> {
    const { tenantId, role, agentId } = recipient
    const users = await this.parts.host.assignableUsers(tenantId)
    const user = users.find(({ email }) => plainAddress(email) === from.address)
    if (!user) return null
    const { agents } = this.parts
    const agent = await agents.forUser(tenantId, user as HostUser)
    if (role === 'agent' && agent.id !== agentId) return null
    return isInSight(await agents.sights.of(user, agent), conversation) ? agent : null
  }

  async #keepAsNote(conversation: Conversation, draft: MailDraft): Promise<MailReceipt> {
    const { content, clientMessageId, mail } = draft
    const { address, name } = mail.from
    let isNew = false
    await this.parts.writer.change(conversation, async (locked, trx) => {
      const known = { conversation_id: locked.id, client_message_id: clientMessageId }
      if (await Message.query({ client: trx }).where(known).first()) return []
      isNew = true
      const note = await appendMessage(
        locked,
        {
          ...{ senderType: 'system', senderId: null, senderName: name || address },
          ...{ type: 'note', visibility: 'internal', content, clientMessageId },
          metadata: { mail },
        },
        trx
      )
      const line = houseText('system_lines.mail_not_sent', { email: address })
      return [note, await addSystemLine(locked, 'mail_not_sent', line, trx)]
    })
    return { status: isNew ? 'stored' : 'duplicate' }
  }

  #say(conversation: Conversation, line: string) {
    return this.parts.writer.change(conversation, async (locked, trx) => [
      await addSystemLine(locked, 'mail_not_sent', line, trx),
    ])
  }
}
