import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import { DateTime } from 'luxon'
import Agent from '#chat/models/agent'
import { toSqlUtc } from '#chat/models/columns'
import Conversation from '#chat/models/conversation'
import Erasure from '#chat/models/erasure'
import Message from '#chat/models/message'
import SentMail from '#chat/models/sent_mail'
import Visitor from '#chat/models/visitor'
import Widget from '#chat/models/widget'
import { ChatService } from '#chat/services/chat_service'

const LOOKED_AT_MS = 20
const PER_STATEMENT = 500

/** What a browser gives the product so that it gets pushes. */
interface Subscription {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

/** What is to become due in the process that is measured. */
export type DueWork =
  | { mails: number }
  | { answered: number; browser: Subscription }
  | { longVisitor: number }
  | { erase: number }

/** Makes it so, by the product itself but for the long history. */
export async function makeDue(work: DueWork): Promise<unknown> {
  const chat = await app.container.make(ChatService)
  const agent = await Agent.query().orderBy('id').firstOrFail()
  if ('mails' in work) return makeMailsDue(chat, agent, work.mails)
  if ('answered' in work) return makeAnswered(chat, agent, work)
  if ('longVisitor' in work) return addLongVisitor(chat, work.longVisitor)
  return erase(chat, agent, work.erase)
}

/** The newest conversations have a reply that their visitors have not read, and its email is due. */
async function makeMailsDue(chat: ChatService, agent: Agent, count: number) {
  const open = await Conversation.query()
    .whereNotNull('open_key')
    .orderBy('id', 'desc')
    .limit(count)
  for (const each of open) if (each.visitorUnreadCount === 0) await reply(chat, agent, each)
  const ids = open.map(({ id }) => id)
  const visitors = open.map(({ visitorId }) => visitorId)
  await Visitor.query().whereIn('id', visitors).update({ email: 'vera@example.com' })
  await SentMail.query().whereIn('conversation_id', ids).delete()
  const now = toSqlUtc(DateTime.utc())
  await Conversation.query().whereIn('id', ids).update({ mail_due_at: now })
  return ids.length
}

/** The agent, whose browser gets pushes, has answered the oldest conversations. */
async function makeAnswered(
  chat: ChatService,
  agent: Agent,
  { answered, browser: { endpoint, keys } }: { answered: number; browser: Subscription }
) {
  const about = { locale: 'en', userAgent: 'bench' } as const
  await chat.notifications.browsers.add(agent, { endpoint, ...keys, ...about })
  const open = await Conversation.query().whereNotNull('open_key').orderBy('id').limit(answered)
  for (const conversation of open) await reply(chat, agent, conversation)
  return open.length
}

const reply = (chat: ChatService, agent: Agent, conversation: Conversation) =>
  chat.messages.agent.post(conversation, agent, {
    content: 'It is on its way.',
    clientMessageId: randomUUID(),
    internal: false,
  })

/** A visitor with so many messages; returns their id. */
async function addLongVisitor(chat: ChatService, messages: number) {
  const widget = await Widget.query().orderBy('id').firstOrFail()
  const client = { ipAddress: '', userAgent: 'bench', countryCode: null }
  const { visitor } = await chat.visitors.register(widget, client)
  const draft = { content: 'Hello', clientMessageId: randomUUID() }
  const { conversation } = await chat.messages.visitor.start(widget, visitor, draft)
  const { client: db } = Message.query()
  const [first] = await db.from(Message.table).where('conversation_id', conversation.id)
  for (let seq = conversation.lastSeq + 1; seq <= messages; seq += PER_STATEMENT) {
    const length = Math.min(PER_STATEMENT, messages - seq + 1)
    const rows = Array.from({ length }, (_, index) => {
      const { id, ...row } = first
      const ids = { external_id: randomUUID(), client_message_id: randomUUID() }
      return { ...row, ...ids, seq: seq + index, content: `Line ${seq + index} of a long talk` }
    })
    await db.table(Message.table).multiInsert(rows)
  }
  return visitor.id
}

/** Erases a visitor, and returns after how many seconds nothing of them was left. */
async function erase(chat: ChatService, agent: Agent, visitorId: number) {
  const startedAt = performance.now()
  const { id } = await chat.erasure.begin(await Visitor.findOrFail(visitorId), agent)
  while (!(await Erasure.findOrFail(id)).finishedAt) await wait(LOOKED_AT_MS)
  return (performance.now() - startedAt) / 1000
}
