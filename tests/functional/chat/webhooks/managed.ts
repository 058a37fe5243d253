import { ChatWorld } from '#tests/helpers/chat_world'
import { hook } from './hooked.js'

/** Where webhooks are managed. */
export const LIST = '/settings/chat-webhooks'
/** What its form sends. */
export const FORM = {
  url: 'https://hooks.example/in',
  description: 'Data warehouse',
  events: ['chat.message.sent', 'chat.conversation.updated'],
  is_active: '1',
}

/** A paused webhook, and a manager who sees its page. */
export async function managed(cleanup: Parameters<typeof hook>[2]) {
  const world = await ChatWorld.create()
  const { webhook } = await hook(world, 'https://hooks.example/in', cleanup, { isActive: false })
  return {
    world,
    webhook,
    path: `${LIST}/${webhook.externalId}`,
    manager: await world.user('manager'),
  }
}

/** The webhooks of a tenant. */
export const all = ({ tenantId, chat }: ChatWorld) => chat.webhooks.list(tenantId)
