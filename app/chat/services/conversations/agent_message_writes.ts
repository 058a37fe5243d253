import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { ConversationEnded, StaleReply } from '#chat/exceptions/chat_errors'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import type { AgentDraft } from '#chat/services/conversations/agent_draft'
import { addJoinedLine } from '#chat/services/conversations/joining'
import { appendMessage, markReadByAgents } from '#chat/services/conversations/message_log'
import { cancelPending } from '#chat/services/conversations/pending_action'
import { isOpen } from '#chat/services/conversations/status_rules'
import { moveTo } from '#chat/services/conversations/status_transitions'
import type { ReplyMails } from '#chat/services/mail/reply_mails'
import { pushSoon } from '#chat/services/notifications/visitors/push_due'
import type { AgentLoads } from '#chat/services/team/agent_loads'
import { houseText } from '#chat/texts/text'

/** Writes replies and notes into a locked conversation; each method within a transaction, whose caller saves. */
export class AgentMessageWrites {
  constructor(
    protected loads: AgentLoads,
    protected mails: ReplyMails
  ) {}

  /**
   * Writes a reply. The first one assigns an unassigned conversation to its author; each ends the visitor's wait.
   *
   * @throws ConversationEnded when the conversation has to be reopened first
   * @throws StaleReply when others have written since `seenSeq`
   */
  async reply(
    conversation: Conversation,
    agent: Agent,
    draft: AgentDraft,
    trx: TransactionClientContract
  ): Promise<Message[]> {
    if (!isOpen(conversation.status)) throw new ConversationEnded()
    if (await this.#hasMissed(conversation, agent, draft, trx)) throw new StaleReply()
    const messages: Message[] = []
    if (conversation.pendingById !== agent.id) {
      messages.push(
        ...(await cancelPending(
          conversation,
          houseText('system_lines.kept_reasons.agent', { agent: agent.name }),
          trx
        ))
      )
    }
    if (conversation.archivedAt) await this.loads.unarchive(conversation, trx, agent)
    if (!conversation.agentId) await this.loads.reassign(conversation, agent, trx)
    messages.push(...(await addJoinedLine(conversation, agent, trx)))
    if (conversation.status !== 'waiting') moveTo(conversation, 'waiting')

    await markReadByAgents(conversation, trx)
    const message = await this.#append(conversation, agent, draft, trx)
    messages.push(message)
    conversation.firstResponseAt ??= message.createdAt
    conversation.waitingSince = null
    conversation.missedDueAt = null
    conversation.visitorUnreadCount += 1
    conversation.agentReadSeq = conversation.lastSeq
    conversation.agentUnreadCount = 0
    conversation.mailDueAt = this.mails.dueAt()
    pushSoon(conversation)
    return messages
  }

  /** Writes a note, which changes nothing else. */
  async note(
    conversation: Conversation,
    agent: Agent,
    draft: AgentDraft,
    trx: TransactionClientContract
  ): Promise<Message[]> {
    return [await this.#append(conversation, agent, draft, trx)]
  }

  /** Whether the visitor, a teammate or a bot has written a public message that this agent has not seen. */
  async #hasMissed(
    conversation: Conversation,
    agent: Agent,
    { seenSeq }: AgentDraft,
    trx: TransactionClientContract
  ) {
    if (seenSeq === undefined || seenSeq === null || seenSeq >= conversation.lastSeq) return false
    const missed = await Message.query({ client: trx })
      .where({ conversation_id: conversation.id, visibility: 'public' })
      .where('seq', '>', seenSeq)
      .whereIn('type', ['text', 'file'])
      .whereNot((own) => own.where({ sender_type: 'agent', sender_id: agent.id }))
      .select('id')
      .first()
    return missed !== null
  }

  #append(
    conversation: Conversation,
    agent: Agent,
    { content, clientMessageId, internal, mail, attachments }: AgentDraft,
    trx: TransactionClientContract
  ) {
    return appendMessage(
      conversation,
      {
        senderType: 'agent',
        senderId: agent.id,
        senderName: agent.name,
        type: internal ? 'note' : 'text',
        visibility: internal ? 'internal' : 'public',
        content,
        clientMessageId,
        metadata: mail ? { mail } : null,
        attachments,
      },
      trx
    )
  }
}
