import { createHmac } from 'node:crypto'
import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import type Conversation from '#chat/models/conversation'
import MailRecipient, { type MailRole } from '#chat/models/mail_recipient'
import { toSqlUtc } from '#chat/models/columns'
import { plainAddress } from '#chat/services/mail/mail_stops'
import { hashVisitorToken } from '#chat/services/visitors/visitor_token'

/** Hexadecimal digits of a token: 128 bits. */
const LENGTH = 32

/** The recipient of an email about a conversation. */
export interface Recipient {
  role: MailRole
  email: string
  /** The agent, when it is one. */
  agentId?: number
}

/** Who each email goes to. Its `Reply-To` is an address of its own, so that an answer says what it answers. */
export class MailRecipients {
  constructor(protected config: Pick<ChatConfig, 'mail'>) {}

  /**
   * Registers an email that is about to be sent, and returns the address that answers to it go to; null where the chat
   * receives none. The same email again has the same address.
   */
  async register(
    { tenantId, id: conversationId }: Pick<Conversation, 'tenantId' | 'id'>,
    messageId: string,
    { role, email, agentId }: Recipient
  ): Promise<string | null> {
    const { inbound } = this.config.mail
    const token = inbound && tokenOf(messageId, inbound.secret)
    await MailRecipient.query()
      .knexQuery.insert({
        tenant_id: tenantId,
        conversation_id: conversationId,
        message_id: messageId,
        role,
        email: plainAddress(email),
        agent_id: agentId ?? null,
        token_hash: token && hashVisitorToken(token),
        created_at: toSqlUtc(DateTime.utc()),
      })
      .onConflict('message_id')
      .merge(['token_hash'])
    return token && inbound!.address.replace('{token}', token)
  }

  /** The recipient that one of these reply addresses was made for; null when none of them is ours. */
  async ofAddresses(addresses: string[]): Promise<MailRecipient | null> {
    const tokens = addresses.flatMap((address) => this.#tokenIn(address) ?? [])
    if (tokens.length === 0) return null
    return MailRecipient.query().whereIn('token_hash', tokens.map(hashVisitorToken)).first()
  }

  /** Who got the email with one of these ids. */
  async ofMails(messageIds: string[]): Promise<MailRecipient | null> {
    if (messageIds.length === 0) return null
    return MailRecipient.query().whereIn('message_id', messageIds).first()
  }

  /** Whether an address is one that answers go to, whether or not it is known. */
  isOurs(address: string) {
    return this.#tokenIn(address) !== null
  }

  #tokenIn(address: string): string | null {
    const { inbound } = this.config.mail
    if (!inbound) return null
    const [before, after] = inbound.address.toLowerCase().split('{token}')
    const plain = plainAddress(address)
    if (!plain.startsWith(before) || !plain.endsWith(after)) return null
    const token = plain.slice(before.length, plain.length - after.length)
    return /^[0-9a-f]{32}$/.test(token) ? token : null
  }
}

const tokenOf = (messageId: string, secret: string) =>
  createHmac('sha256', secret).update(messageId).digest('hex').slice(0, LENGTH)
