import { randomUUID } from 'node:crypto'
import router from '@adonisjs/core/services/router'
import { apiRoutes, type ApiRoute } from '#chat/openapi/routes'
import { API } from '#tests/helpers/api_caller'
import type { WebhookAttributes } from '#chat/services/webhooks/webhooks'
import type { ChatWorld } from '#tests/helpers/chat_world'

/** What those routes take that want something; the others take nothing. */
const BODIES: Record<string, unknown> = {
  'widgets.store': { name: 'New' },
  'conversations.assign': { agent_id: 'me' },
  'conversations.transfer': { user_id: 'me' },
  'conversations.priority': { priority: 'high' },
  'conversations.subject': { subject: 'Refund' },
  'conversations.snooze': { until: '2099-01-01T00:00:00Z' },
  'conversations.labels.update': { labels: [] },
  'labels.store': { name: 'New', color: '#2563eb' },
  'agents.me.status': { status: 'away' },
  'departments.store': { name: 'New' },
  'departments.update': { name: 'Renamed' },
  'canned_responses.store': { shortcut: 'new', title: 'New', content: 'Hello' },
  'canned_responses.update': { shortcut: 'hello', title: 'Hello', content: 'Hello' },
  'webhooks.store': { url: 'https://hooks.example/', events: ['chat.message.sent'] },
  'webhooks.update': { is_active: false },
  'conversations.read': { seq: 1 },
  'conversations.messages.store': { content: 'Hi', client_message_id: randomUUID() },
  'conversations.notes.store': { content: 'Hi', client_message_id: randomUUID() },
}

/** Paused, so that nothing of it leaves this machine. */
export const WEBHOOK: WebhookAttributes = {
  url: 'https://hooks.example/',
  description: null,
  events: ['chat.message.sent'],
  includeNotes: false,
  allowPrivate: false,
  isActive: false,
}

export interface Call extends ApiRoute {
  url: string
  body: unknown
}

/** A good call of every route of the API but the stream, about things of this world. */
export async function calls(world: ChatWorld): Promise<Call[]> {
  const { conversation } = await world.chatting({ name: 'Jane' })
  const { chat, tenantId } = world
  const user = await world.user('employee', 'Ben Agent')
  const duties = { maxConcurrentChats: 5, departmentIds: [], widgetIds: [] }
  const agent = await chat.roster.add(tenantId, String(user.id), duties)
  const department = await chat.departments.create(tenantId, randomUUID())
  const shortcut = `a${randomUUID().slice(0, 8)}`
  const canned = { shortcut, title: 'Hello', content: 'Hello' }
  const response = await chat.cannedResponses.create(tenantId, canned, null)
  const color = '#2563eb'
  const label = await chat.labels.create(tenantId, { name: randomUUID(), color })
  await chat.work.addLabel(conversation, label, agent)
  const { webhook } = await chat.webhooks.create(tenantId, WEBHOOK, null)
  const delivery = await chat.webhooks.outbox.ping(webhook)
  const ids: Record<string, string> = {
    'webhooks': webhook.externalId,
    'agents': agent.externalId,
    'departments': department.externalId,
    'canned-responses': response.externalId,
    'users': String((await world.user()).id),
    'widgets': world.widget.externalId,
    'conversations': conversation.externalId,
    'labels': label.externalId,
  }
  const bodies: Record<string, unknown> = {
    ...BODIES,
    'conversations.labels.store': { label: label.externalId },
  }
  return apiRoutes(router)
    .filter(({ name }) => name !== 'events')
    .map((route) => {
      const thing = route.path.slice(API.length + 1).split('/')[0]
      const url = route.path
        .slice(API.length)

        .replace('{id}', ids[thing] ?? randomUUID())
        .replace('{delivery}', delivery.externalId)
        .replace('{label}', label.externalId)
      return {
        ...route,
        url,
        body: route.method === 'get' ? undefined : (bodies[route.name] ?? {}),
      }
    })
}
