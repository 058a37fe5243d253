import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import Attachment from '#chat/models/attachment'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import PageView from '#chat/models/page_view'
import WebhookDelivery from '#chat/models/webhook_delivery'
import type { KeptFiles } from '#chat/services/attachments/kept_files'
import { deleteSome } from '#chat/support/delete_some'

/** Files of one slice: each is deleted from a store that may be far away. */
const FILES = 20

/** How many rows of each kind a slice has deleted. */
export interface Erased {
  messages: number
  files: number
  pageViews: number
  deliveries: number
}

/** Deletes the bytes of the next files that belong to a visitor, whose rows are the next slice. */
export async function eraseBytes(visitorId: number, kept: KeptFiles): Promise<Attachment[]> {
  const files = await filesOfVisitor(visitorId, await idsOfConversations(visitorId)).limit(FILES)
  await kept.deleteBytes(files)
  return files
}

/**
 * Deletes the rows of these files or, without any, the next rows that belong to a visitor; the conversations themselves
 * stay. Null when there are none left.
 */
export async function eraseSlice(
  visitorId: number,
  some: Attachment[],
  trx: TransactionClientContract
): Promise<Partial<Erased> | null> {
  const client = { client: trx }
  const files = some.map(({ id }) => id)
  if (files.length) {
    const [deleted] = await Attachment.query(client).whereIn('id', files).delete()
    return { files: Number(deleted) }
  }
  const ids = await idsOfConversations(visitorId, trx)
  const messages = await deleteSome(Message.query(client).whereIn('conversation_id', ids))
  if (messages) return { messages }
  const deliveries = await deleteSome(WebhookDelivery.query(client).whereIn('conversation_id', ids))
  if (deliveries) return { deliveries }
  const pageViews = await deleteSome(PageView.query(client).where('visitor_id', visitorId))
  return pageViews ? { pageViews } : null
}

async function idsOfConversations(visitorId: number, client?: TransactionClientContract) {
  const all = await Conversation.query({ client }).where('visitor_id', visitorId).select('id')
  return all.map(({ id }) => id)
}

/** Deletes some of the files that a query finds, with their bytes, and returns how many. */
export async function deleteSomeFiles(
  query: ModelQueryBuilderContract<typeof Attachment>,
  kept: KeptFiles
): Promise<number> {
  const some = await query.limit(FILES)
  await kept.delete(some)
  return some.length
}

/** What a visitor has uploaded, sent or not. */
export const filesUploadedBy = (visitorId: number) =>
  Attachment.query().where({ uploader_type: 'visitor', uploader_id: visitorId })

/** The same, and what the team has sent in these conversations. */
const filesOfVisitor = (visitorId: number, conversationIds: number[]) =>
  Attachment.query().where((files) => {
    files
      .where({ uploader_type: 'visitor', uploader_id: visitorId })
      .orWhereIn('conversation_id', conversationIds)
  })

/** How many rows belong to a visitor, those of conversations included. */
export async function leftToErase(visitorId: number): Promise<number> {
  const ids = await idsOfConversations(visitorId)
  const counts = await Promise.all([
    countOf(Message.query().whereIn('conversation_id', ids)),
    countOf(filesOfVisitor(visitorId, ids)),
    countOf(WebhookDelivery.query().whereIn('conversation_id', ids)),
    countOf(PageView.query().where('visitor_id', visitorId)),
  ])
  return counts.reduce((sum, count) => sum + count, ids.length)
}

async function countOf(query: ModelQueryBuilderContract<any>): Promise<number> {
  const [{ total }] = await query.count('* as total').pojo<{ total: number | string }>()
  return Number(total)
}
