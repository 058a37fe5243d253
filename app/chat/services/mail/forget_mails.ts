import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import DirectLink from '#chat/models/direct_link'
import KeptMail from '#chat/models/kept_mail'
import MailRecipient from '#chat/models/mail_recipient'
import ReceivedMail from '#chat/models/received_mail'
import SentMail from '#chat/models/sent_mail'

/** Deletes what is known of the emails about a conversation, those that came included, and the links to it. */
export async function forgetMails({ id }: Conversation, trx: TransactionClientContract) {
  const sent = await SentMail.query({ client: trx }).where('conversation_id', id)
  const addressed = await MailRecipient.query({ client: trx }).where('conversation_id', id)
  const ids = [...sent, ...addressed].map(({ messageId }) => messageId)
  await KeptMail.query({ client: trx }).whereIn('message_id', ids).delete()
  await SentMail.query({ client: trx }).where('conversation_id', id).delete()
  await MailRecipient.query({ client: trx }).where('conversation_id', id).delete()
  await ReceivedMail.query({ client: trx }).where('conversation_id', id).delete()
  await DirectLink.query({ client: trx }).where('conversation_id', id).delete()
}
