import { randomUUID } from 'node:crypto'
import type { TestContext } from '@japa/runner/core'
import type { ChatConfig } from '#chat/config/chat_config'
import type Agent from '#chat/models/agent'
import Notification from '#chat/models/notification'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after } from '#tests/helpers/due_actions'
import { PushService } from '#tests/helpers/push_service'

type Cleanup = TestContext['cleanup']

/** Anna, her user, and a chat of hers in which she has read all; Bob is a teammate. */
export async function annaAtWork() {
  const world = await ChatWorld.create()
  const user = await world.user('employee', 'Anna Agent')
  const anna = await world.agent('Anna Agent', user)
  const bob = await world.agent('Bob Busy')
  const guest = await world.chatting({ name: 'Vera Visitor' })
  await world.reply(guest.conversation, anna, 'Hi Vera')
  await after(world, { seconds: 1 })
  return { world, user, anna, bob, ...guest }
}

/** The agent's notifications, the oldest first. */
export const noticesOf = ({ id }: Agent) => Notification.query().where('agent_id', id).orderBy('id')

/** An agent's browser that gets pushes of a service on this machine. */
export async function pushedTo(world: ChatWorld, agent: Agent, cleanup: Cleanup) {
  const service = await PushService.start(cleanup)
  allow(world, { services: [service.host], allowPrivateAddresses: true }, cleanup)
  const browser = service.browser()
  await subscribe(world, agent, browser.subscription)
  return { service, browser }
}

/** Changes the settings of pushes until the test has ended. */
export function allow({ chat }: ChatWorld, push: Partial<ChatConfig['push']>, cleanup: Cleanup) {
  const before = { ...chat.config.push }
  Object.assign(chat.config.push, push)
  cleanup(() => void Object.assign(chat.config.push, before))
}

export function subscribe(
  { chat }: ChatWorld,
  agent: Agent,
  { endpoint, keys }: { endpoint: string; keys: { p256dh: string; auth: string } }
) {
  const about = {
    locale: 'en',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
  } as const
  return chat.notifications.browsers.add(agent, { endpoint, ...keys, ...about })
}

/** A tab of the agent that shows a conversation. */
export const newTab = () => randomUUID()
