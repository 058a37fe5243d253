import { randomUUID } from 'node:crypto'
import Message from '#chat/models/message'
import type Conversation from '#chat/models/conversation'
import type { InboxPage } from '#chat/services/inbox/inbox_lists'
import type { InboxScope } from '#chat/services/inbox/inbox_scope'
import { toSqlUtc } from '#chat/models/columns'
import db from '@adonisjs/lucid/services/db'
import type { ChatWorld } from '#tests/helpers/chat_world'

type Asked = Partial<InboxScope> & { limit?: number; cursor?: string | null }

/** One page of a search among all conversations, unless asked otherwise. */
export function search(world: ChatWorld, q: string, asked: Asked = {}) {
  const request = { filter: 'all' as const, agentId: null, limit: 30, q, ...asked }
  return world.chat.inbox.list(world.tenantId, request)
}

/** All pages of a search, one after the other. */
export async function* pagesOf(world: ChatWorld, q: string, asked: Asked = {}) {
  let cursor: string | null = null
  do {
    const page: InboxPage = await search(world, q, { ...asked, cursor })
    yield page
    cursor = page.nextCursor
  } while (cursor)
}

/** The numbers of what a search finds on all its pages, with where. */
export async function found(world: ChatWorld, q: string, asked: Asked = {}) {
  const conversations: Conversation[] = []
  for await (const page of pagesOf(world, q, asked)) conversations.push(...page.conversations)
  return conversations.map(({ displayNumber, match }) => `${displayNumber} ${match?.in}`)
}

/** A conversation that begins with this message of the visitor. */
export async function saying(
  world: ChatWorld,
  content: string,
  claims: { name?: string; email?: string; phone?: string } = {}
) {
  const guest = await world.guest(claims)
  const { conversation } = await world.start(guest, content)
  return conversation
}

/** Makes a thread long, the way years do, though not through the product: one statement per hundred. */
export async function lengthen(
  conversation: Conversation,
  contents: string[],
  more: Record<string, unknown> = {}
) {
  const [first] = await db.from(Message.table).where('conversation_id', conversation.id)
  const from = conversation.lastSeq
  const rows = contents.map((content, index) => ({
    ...first,
    id: undefined,
    external_id: randomUUID(),
    client_message_id: randomUUID(),
    seq: from + index + 1,
    content,
    created_at: toSqlUtc(conversation.createdAt.plus({ seconds: index })),
    ...more,
  }))
  for (let at = 0; at < rows.length; at += 100) {
    await db.table(Message.table).multiInsert(rows.slice(at, at + 100).map(withoutId))
  }
  await conversation.merge({ lastSeq: from + contents.length }).save()
}

const withoutId = ({ id, ...row }: Record<string, unknown>) => row
