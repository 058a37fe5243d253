import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'

/** One page of a conversation's thread. */
export interface ThreadPage {
  /** Oldest first. */
  messages: Message[]
  /** With `after`, whether newer messages exist beyond the page; otherwise, whether older ones do. */
  hasMore: boolean
  /** With `around`, whether newer messages exist beyond the page. */
  hasNewer: boolean
}

/** Which part of a thread to read: by `seq`, or the newest messages without one. */
export interface ThreadRequest {
  after?: number
  before?: number
  /** The `seq` in the middle of the requested page. */
  around?: number
  limit: number
  /** `public` for a visitor; agents also see notes and internal lines. */
  visibility: 'public' | 'all'
}

/** A page of a thread: after, before or around a `seq`, or the newest messages. */
export async function threadPage(
  conversation: Conversation,
  request: ThreadRequest
): Promise<ThreadPage> {
  if (request.around !== undefined) return pageAround(conversation, request)
  const query = Message.query().where('conversation_id', conversation.id)
  if (request.visibility === 'public') query.where('visibility', 'public')
  const isForward = request.after !== undefined
  if (isForward) query.where('seq', '>', request.after!)
  if (request.before !== undefined) query.where('seq', '<', request.before)

  const rows = await query.orderBy('seq', isForward ? 'asc' : 'desc').limit(request.limit + 1)
  const page = rows.slice(0, request.limit)
  return {
    messages: isForward ? page : page.reverse(),
    hasMore: rows.length > request.limit,
    hasNewer: false,
  }
}

async function pageAround(
  conversation: Conversation,
  { around, ...request }: ThreadRequest
): Promise<ThreadPage> {
  const limit = Math.ceil(request.limit / 2)
  const [older, newer] = await Promise.all([
    threadPage(conversation, { ...request, limit, before: around! + 1 }),
    threadPage(conversation, { ...request, limit, after: around! }),
  ])
  const messages = [...older.messages, ...newer.messages]
  return { messages, hasMore: older.hasMore, hasNewer: newer.hasMore }
}
