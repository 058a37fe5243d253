import Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { ChatWorld, type Guest } from '#tests/helpers/chat_world'

/** A conversation that an agent has answered and resolved. */
export async function resolved(world?: ChatWorld, claims = { name: 'Jane Doe' }) {
  world ??= await ChatWorld.create()
  const agent = await world.agent('Anna Agent')
  const guest = await world.chatting(claims)
  await world.reply(guest.conversation, agent)
  await world.chat.conversations.resolve(guest.conversation, agent)
  return { ...guest, world, agent }
}

/** Rates as the visitor's browser does. */
export const rate = ({ browser }: Guest, { externalId }: Conversation, body: object) =>
  browser.post(`/conversations/${externalId}/rate`, body)

/** An agent's sum of ratings, and their number. */
export async function totals({ id }: Agent) {
  const { totalRating, ratingsCount } = await Agent.findOrFail(id)
  return [totalRating, ratingsCount]
}

/** The lines about ratings in a conversation's history. */
export const lines = async ({ id }: Conversation) => {
  const rows = await Message.query().where({ conversation_id: id, type: 'event' }).orderBy('seq')
  return rows.filter(({ metadata }) => metadata?.event === 'rated')
}
