import type Conversation from '#chat/models/conversation'
import type KeptMail from '#chat/models/kept_mail'
import type Message from '#chat/models/message'
import { ChatWorld } from '#tests/helpers/chat_world'
import { INBOUND_SECRET } from '#tests/helpers/inbound_mail'
import { answered, mailed } from './mailing.js'

/** The address that an email's answer goes to. */
export const replyToOf = ({ headers }: KeptMail) => headers['Reply-To']

/** A visitor who got an email with a reply, and the address that their answer goes to. */
export async function asked(email?: string) {
  const world = await ChatWorld.create()
  const it = await answered(world, email)
  const [mail] = await mailed(world)
  return { world, mail, to: replyToOf(mail), ...it }
}

/** Hands an email over as a mail server does. */
export async function handOver(
  raw: Buffer | string,
  { secret = INBOUND_SECRET, type = 'message/rfc822', server = process.env.APP_URL! } = {}
) {
  const answer = await fetch(`${server}/p/chat/mail`, {
    method: 'POST',
    headers: { 'Authorization': `Bearer ${secret}`, 'Content-Type': type },
    body: raw as BodyInit,
  })
  return { status: answer.status, json: (await answer.json()) as any }
}

/** All messages of a conversation, oldest first, without lines of the system. */
export async function messagesOf({ chat }: ChatWorld, conversation: Conversation) {
  const request = { limit: 100, visibility: 'all' } as const
  const { messages } = await chat.inbox.thread(conversation, request)
  return messages.filter(({ type }) => type !== 'event') as Message[]
}

/** The lines of the system in a conversation. */
export async function linesOf({ chat }: ChatWorld, conversation: Conversation) {
  const request = { limit: 100, visibility: 'all' } as const
  const { messages } = await chat.inbox.thread(conversation, request)
  return messages.filter(({ type }) => type === 'event').map(({ content }) => content)
}
