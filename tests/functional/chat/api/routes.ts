import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import router from '@adonisjs/core/services/router'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { EXAMPLE_REQUESTS } from '#chat/openapi/example_requests'
import { apiRoutes, type ApiRoute } from '#chat/openapi/routes'
import { API } from '#tests/helpers/api_caller'
import { PROACTIVE_DEFAULTS } from '#chat/services/proactive/proactive'
import type { WebhookAttributes } from '#chat/services/webhooks/webhooks'
import type User from '#crm/models/user'
import type { ChatWorld } from '#tests/helpers/chat_world'

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

/** A file that the agent has sent. */
async function sentFile({ chat, widget }: ChatWorld, agent: Agent, conversation: Conversation) {
  const bytes = Readable.from([Buffer.from('%PDF-1.7')])
  const upload = { name: 'a.pdf', uploadId: randomUUID(), bytes, size: null }
  const { attachment } = await chat.attachments.fromAgent(agent, widget, upload)
  const attachments = [attachment.externalId]
  const draft = { content: '', attachments, clientMessageId: randomUUID(), internal: true }
  await chat.messages.agent.post(conversation, agent, draft)
  return attachment
}

/**
 * A good call of every route of the API but the stream and the one whose body is a file, with the examples of the document, about things of this
 * world by the one name or the other. The view is the caller's.
 */
export async function calls(
  world: ChatWorld,
  names: 'id' | 'uuid' = 'uuid',
  caller?: User
): Promise<Call[]> {
  const { conversation, visitor } = await world.chatting({
    name: 'Jane',
    email: `${randomUUID()}@home.example`,
  })
  const { chat, tenantId } = world
  const user = await world.user('employee', 'Ben Agent')
  const settings = { maxConcurrentChats: 5, departmentIds: [], widgetIds: [] }
  const agent = await chat.agents.roster.add(tenantId, String(user.id), settings)
  const department = await chat.routing.departments.create(tenantId, randomUUID())
  const shortcut = `a${randomUUID().slice(0, 8)}`
  const canned = { shortcut, title: 'Hello', content: 'Hello' }
  const response = await chat.cannedResponses.create(tenantId, canned, null)
  const color = '#2563eb'
  const label = await chat.labels.create(tenantId, { name: randomUUID(), color })
  await chat.conversations.triage.addLabel(conversation, label, agent)
  const { webhook } = await chat.webhooks.create(tenantId, WEBHOOK, null)
  const delivery = await chat.webhooks.outbox.ping(webhook)
  const nameOf = (thing: { id: number; externalId: string }) =>
    names === 'id' ? String(thing.id) : thing.externalId
  const help = { ...PROACTIVE_DEFAULTS, name: 'Help', message: 'Need help?' }
  const rule = await chat.proactive.create(world.widget, help, null)
  const filters = { filter: 'open' as const }
  const own = caller ? await world.agent(caller.fullName, caller) : agent
  const later = DateTime.utc().plus({ hours: 1 })
  const planned = await chat.planned.plan(conversation, own, {
    content: 'Later',
    clientMessageId: randomUUID(),
    dueAt: later,
  })
  const view = await chat.inbox.views.create(
    { agent: own, mayManage: true },
    { name: 'Open', isShared: true, filters }
  )
  const attachment = await sentFile(world, agent, conversation)
  const ids: Record<string, string> = {
    'visitors': nameOf(visitor),
    'views': nameOf(view),
    'webhooks': nameOf(webhook),
    'agents': nameOf(agent),
    'departments': nameOf(department),
    'canned-responses': nameOf(response),
    'widgets': nameOf(world.widget),
    'conversations': nameOf(conversation),
    'labels': nameOf(label),
  }
  const bodies: Record<string, unknown> = {
    ...EXAMPLE_REQUESTS,
    'conversations.snooze': { until: DateTime.utc().plus({ days: 1 }).toISO() },
    'conversations.planned.store': {
      ...(EXAMPLE_REQUESTS['conversations.planned.store'] as object),
      due_at: later.toISO(),
    },
    'conversations.planned.update': { content: 'Later', due_at: later.toISO() },
    'agents.store': { ...EXAMPLE_REQUESTS['agents.store'], user_id: (await world.user()).id },
    'conversations.bulk': {
      ...EXAMPLE_REQUESTS['conversations.bulk'],
      ids: [names === 'id' ? conversation.id : conversation.externalId],
    },
    'conversations.labels.store': { label: names === 'id' ? label.id : label.externalId },
    'conversations.labels.update': { labels: [names === 'id' ? label.id : label.externalId] },
  }
  return apiRoutes(router)
    .filter(({ name }) => name !== 'events' && name !== 'conversations.files.store')
    .map((route) => {
      const thing = route.path.slice(API.length + 1).split('/')[0]
      const url = route.path
        .slice(API.length)
        .replace('{id}', ids[thing] ?? randomUUID())
        .replace('{delivery}', nameOf(delivery))
        .replace('{label}', nameOf(label))
        .replace('{planned}', nameOf(planned))
        .replace('{rule}', nameOf(rule))
        .replace('{file}', attachment.externalId)
      return {
        ...route,
        url,
        body: route.method === 'get' ? undefined : (bodies[route.name] ?? {}),
      }
    })
}
