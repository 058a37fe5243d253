import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { FileNotSendable } from '#chat/exceptions/chat_errors'
import Attachment from '#chat/models/attachment'
import type Message from '#chat/models/message'
import type { MessageFacts } from '#chat/models/facts'
import { attachmentView } from '#chat/transformers/attachment_view'
import type { AttachmentJson } from '#chat/transformers/json/attachment_json'

/** Whose unsent files a message takes. */
interface Sender {
  tenantId: string
  senderType: string
  senderId: number | null
}

/**
 * The unsent files of a sender, in the order in which the message names them.
 *
 * @throws FileNotSendable when one is not theirs, was sent before, or is not kept any more
 */
export async function unsentFiles(
  ids: readonly string[],
  { tenantId, senderType, senderId }: Sender,
  trx: TransactionClientContract
): Promise<Attachment[]> {
  if (ids.length === 0) return []
  const found = await Attachment.query({ client: trx })
    .where({ tenant_id: tenantId, uploader_type: senderType, uploader_id: senderId })
    .whereIn('external_id', [...ids])
    .whereNull('message_id')
    .whereNull('removed_at')
    .whereNotNull('kept_at')
  const files = ids.map((id) => found.find(({ externalId }) => externalId === id))
  if (files.includes(undefined)) throw new FileNotSendable()
  return files as Attachment[]
}

/**
 * Gives the files to their stored message.
 *
 * @throws FileNotSendable when another message has taken one of them meanwhile
 */
export async function giveFiles(
  files: Attachment[],
  { id, conversationId, visibility }: Message,
  trx: TransactionClientContract
) {
  if (files.length === 0) return
  const [taken] = await Attachment.query({ client: trx })
    .whereIn(
      'id',
      files.map((file) => file.id)
    )
    .whereNull('message_id')
    .whereNull('removed_at')
    .update({ message_id: id, conversation_id: conversationId, visibility })
  if (Number(taken) !== files.length) throw new FileNotSendable()
}

/** What a message keeps of its files, so that reading a thread takes no statement more. */
export const filesInMetadata = (files: Attachment[]) => ({
  attachments: files.map(attachmentView),
})

/** The files of a message. */
export const filesOf = ({ metadata }: Pick<MessageFacts, 'metadata'>): AttachmentJson[] =>
  (metadata?.attachments as AttachmentJson[] | undefined) ?? []

/** A message as a line of text: what was written, and the names of its files. */
export function textOf({ content, metadata }: Pick<MessageFacts, 'content' | 'metadata'>): string {
  const names = filesOf({ metadata }).map(({ name }) => `[${name}]`)
  return [content, ...names].filter(Boolean).join('\n')
}
