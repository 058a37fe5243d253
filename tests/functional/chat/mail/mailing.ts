import KeptMail from '#chat/models/kept_mail'
import { type ChatWorld } from '#tests/helpers/chat_world'
import { after } from '#tests/helpers/due_actions'

export const LATER = { minutes: 6 }

/** A visitor who has left an address, their conversation, and the agent who answers it. */
export async function answered(world: ChatWorld, email = 'vera@example.com') {
  const guest = await world.chatting({ name: 'Vera Visitor', email })
  const agent = await world.agent('Anna Agent')
  await world.reply(guest.conversation, agent, 'Your order is on its way')
  return { ...guest, agent }
}

/** What was mailed in the tenant once the replies are old enough, oldest first. */
export async function mailed(world: ChatWorld) {
  await after(world, LATER)
  return KeptMail.query().where('tenant_id', world.tenantId).orderBy('id')
}

/** The token of the link in an email. */
export const tokenIn = ({ text }: { text: string }) => /\/c\/([0-9a-f]{32})/.exec(text)![1]

/** Calls a public address without cookies. */
export function visit(path: string, options: RequestInit = {}) {
  return fetch(`${process.env.APP_URL}${path}`, { redirect: 'manual', ...options })
}
