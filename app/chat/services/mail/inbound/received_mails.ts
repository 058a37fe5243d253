import { createHash, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { DateTime } from 'luxon'
import type Conversation from '#chat/models/conversation'
import ReceivedMail from '#chat/models/received_mail'
import { toSqlUtc } from '#chat/models/columns'
import { MailNotFound } from '#chat/exceptions/chat_errors'
import type { ParsedMail } from '#chat/services/mail/inbound/parsed_mail'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** The originals of emails that became messages, for agents to look at. */
export class ReceivedMails {
  /** Keeps an email once, however often it arrives, and returns it as it is kept. */
  async keep(conversation: Conversation, mail: ParsedMail): Promise<ReceivedMail> {
    const onceHash = hashOf(`${conversation.externalId}/${mail.identity}`)
    const known = await ReceivedMail.findBy('once_hash', onceHash)
    if (known) return known
    const { tenantId, id: conversationId } = conversation
    await ReceivedMail.query()
      .knexQuery.insert({
        external_id: randomUUID(),
        tenant_id: tenantId,
        conversation_id: conversationId,
        once_hash: onceHash,
        from_address: mail.from.address,
        from_name: mail.from.name,
        subject: mail.subject,
        size: mail.raw.length,
        raw: await pack(mail.raw),
        created_at: toSqlUtc(DateTime.utc()),
      })
      .onConflict('once_hash')
      .ignore()
    return ReceivedMail.findByOrFail('once_hash', onceHash)
  }

  /** The email belongs to the conversation that its message has begun. */
  async move(mail: ReceivedMail, { id }: Pick<Conversation, 'id'>): Promise<void> {
    if (mail.conversationId !== id) await mail.merge({ conversationId: id }).save()
  }

  /** @throws MailNotFound when the conversation has none with this id */
  async find({ id }: Conversation, externalId: string): Promise<ReceivedMail> {
    const found = await ReceivedMail.query()
      .where({ external_id: externalId, conversation_id: id })
      .first()
    if (!found) throw new MailNotFound()
    return found
  }

  /** The email as it arrived. */
  original({ raw }: ReceivedMail): Promise<Buffer> {
    return unpack(raw)
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
