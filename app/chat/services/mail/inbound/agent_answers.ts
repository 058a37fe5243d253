import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostUser } from '#chat/contracts/host_records'
import { ConversationEnded } from '#chat/exceptions/chat_errors'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type MailRecipient from '#chat/models/mail_recipient'
import Message from '#chat/models/message'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { appendMessage } from '#chat/services/conversations/message_log'
import type { Messages } from '#chat/services/conversations/messages'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { MailReceipt } from '#chat/services/mail/inbound/mail_receipt'
import { mailDraft, type MailDraft } from '#chat/services/mail/inbound/mail_draft'
import type { ParsedMail } from '#chat/services/mail/inbound/parsed_mail'
import type { ReceivedMails } from '#chat/services/mail/inbound/received_mails'
import { plainAddress } from '#chat/services/mail/mail_stops'
import type { Agents } from '#chat/services/team/agents'
import { houseText } from '#chat/texts/text'

interface Parts {
  host: CrmHost
  writer: ConversationWriter
  messages: Messages
  agents: Agents
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
    const agent = await this.#agentOf(mail, recipient)
    const draft = mailDraft(mail, kept, agent === null)
    if (!agent) return this.#keepAsNote(conversation, draft)
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

  /** The agent whose address the answer comes from; null when it is not one who got the email and may reply. */
  async #agentOf({ from }: ParsedMail, recipient: MailRecipient): Promise<Agent | null> {
    const { tenantId, role, agentId } = recipient
    const users = await this.parts.host.assignableUsers(tenantId)
    const user = users.find(({ email }) => plainAddress(email) === from.address)
    if (!user) return null
    const agent = await this.parts.agents.forUser(tenantId, user as HostUser)
    return role === 'agent' && agent.id !== agentId ? null : agent
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
