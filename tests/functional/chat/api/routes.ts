import { randomUUID } from 'node:crypto'
import router from '@adonisjs/core/services/router'
import { apiRoutes, type ApiRoute } from '#chat/openapi/routes'
import { API } from '#tests/helpers/api_caller'
import type { ChatWorld } from '#tests/helpers/chat_world'

/** What those routes take that want something; the others take nothing. */
const BODIES: Record<string, unknown> = {
  'widgets.store': { name: 'New' },
  'conversations.assign': { agent_id: 'me' },
  'conversations.read': { seq: 1 },
  'conversations.messages.store': { content: 'Hi', client_message_id: randomUUID() },
  'conversations.notes.store': { content: 'Hi', client_message_id: randomUUID() },
}

export interface Call extends ApiRoute {
  url: string
  body: unknown
}

/** A good call of every route of the API but the stream, about things of this world. */
export async function calls(world: ChatWorld): Promise<Call[]> {
  const { conversation } = await world.chatting({ name: 'Jane' })
  const ids: Record<string, string> = {
    widgets: world.widget.externalId,
    conversations: conversation.externalId,
  }
  return apiRoutes(router)
    .filter(({ name }) => name !== 'events')
    .map((route) => {
      const thing = route.path.slice(API.length + 1).split('/')[0]
      const url = route.path.slice(API.length).replace('{id}', ids[thing] ?? randomUUID())
      return {
        ...route,
        url,
        body: route.method === 'get' ? undefined : (BODIES[route.name] ?? {}),
      }
    })
}
