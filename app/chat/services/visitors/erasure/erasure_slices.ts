import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import PageView from '#chat/models/page_view'
import WebhookDelivery from '#chat/models/webhook_delivery'
import { deleteSome } from '#chat/support/delete_some'

/** How many rows of each kind a slice has deleted. */
export interface Erased {
  messages: number
  pageViews: number
  deliveries: number
}

/**
 * Deletes the next rows that belong to a visitor, in a transaction of their own; the conversations themselves stay.
 * Null when there are none left.
 */
export async function eraseSlice(visitorId: number): Promise<Partial<Erased> | null> {
  const conversations = await Conversation.query().where('visitor_id', visitorId).select('id')
  const ids = conversations.map(({ id }) => id)
  const messages = await deleteSome(Message.query().whereIn('conversation_id', ids))
  if (messages) return { messages }
  const deliveries = await deleteSome(WebhookDelivery.query().whereIn('conversation_id', ids))
  if (deliveries) return { deliveries }
  const pageViews = await deleteSome(PageView.query().where('visitor_id', visitorId))
  return pageViews ? { pageViews } : null
}

/** How many rows belong to a visitor, those of conversations included. */
export async function leftToErase(visitorId: number): Promise<number> {
  const conversations = await Conversation.query().where('visitor_id', visitorId).select('id')
  const ids = conversations.map(({ id }) => id)
  const counts = await Promise.all([
    countOf(Message.query().whereIn('conversation_id', ids)),
    countOf(WebhookDelivery.query().whereIn('conversation_id', ids)),
    countOf(PageView.query().where('visitor_id', visitorId)),
  ])
  return counts.reduce((sum, count) => sum + count, ids.length)
}

async function countOf(query: ModelQueryBuilderContract<any>): Promise<number> {
  const [{ total }] = await query.count('* as total').pojo<{ total: number | string }>()
  return Number(total)
}
