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

/**
 * Deletes the next rows that belong to a visitor, in a transaction of their own; the conversations themselves stay.
 * Null when there are none left.
 */
export async function eraseSlice(
  visitorId: number,
  kept: KeptFiles
): Promise<Partial<Erased> | null> {
  const conversations = await Conversation.query().where('visitor_id', visitorId).select('id')
  const ids = conversations.map(({ id }) => id)
  const messages = await deleteSome(Message.query().whereIn('conversation_id', ids))
  if (messages) return { messages }
  const files = await deleteSomeFiles(filesOfVisitor(visitorId, ids), kept)
  if (files) return { files }
  const deliveries = await deleteSome(WebhookDelivery.query().whereIn('conversation_id', ids))
  if (deliveries) return { deliveries }
  const pageViews = await deleteSome(PageView.query().where('visitor_id', visitorId))
  return pageViews ? { pageViews } : null
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
  const conversations = await Conversation.query().where('visitor_id', visitorId).select('id')
  const ids = conversations.map(({ id }) => id)
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
