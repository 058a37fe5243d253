import { setTimeout as wait } from 'node:timers/promises'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { Visitor, type Agent, Widget, type ChatService } from 'adonis-crm-chat'
import { DEMO_CONVERSATIONS } from '#database/seeders/chat/conversations/all'
import { backDate } from '#database/seeders/chat/back_date'
import { demoClient } from '#database/seeders/chat/visitor_clients'
import { createDemoResponses } from '#database/seeders/chat/responses'
import { createDemoWidgets } from '#database/seeders/chat/widgets'
import { durationOf, type DemoAgent, type DemoConversation } from '#database/seeders/chat/script'
import { pastChats } from '#database/seeders/chat/past/plan'
import { writePast } from '#database/seeders/chat/past/write'
import { play } from '#database/seeders/chat/play'
import { createDemoDepartments, putOnDuty, staffWorkshop } from '#database/seeders/chat/team'

const SITE = 'https://www.velo-atelier.example'
const LISTENERS_REST = 300

/**
 * Fills an inbox as a busy bicycle shop would have it: ten days of conversations, some of them waiting
 * now, among six weeks of short ones that are over, and the team that answers. Returns false without doing anything when there ever was a widget, or there is no agent.
 */
export async function seedChatDemo(chat: ChatService): Promise<boolean> {
  const tenantId = chat.config.defaultTenant
  if (await Widget.query().where('tenant_id', tenantId).first()) return false
  const agents = await demoAgents(chat, tenantId)
  if (!agents) return false

  const widgets = await createDemoWidgets(chat, agents.admin.userId)
  await createDemoResponses(chat, agents.admin.userId)
  const departments = await createDemoDepartments(chat)
  await staffWorkshop(chat, agents, departments)
  const began = (demo: DemoConversation) => demo.last + durationOf(demo)
  const inOrder = [...DEMO_CONVERSATIONS].sort((left, right) => began(right) - began(left))
  const stage = { widgets, agents, site: SITE }
  const now = DateTime.utc()
  let past = pastChats(now, await chat.analytics.timeZone(tenantId))
  for (const [index, demo] of inOrder.entries()) {
    const start = now.minus({ minutes: began(demo) })
    const before = past.filter(({ startedAt }) => startedAt < start)
    past = past.slice(before.length)
    await writePast(db, before, stage)
    const widget = widgets[demo.widget ?? 'shop']
    const visitor = await visitorOf(chat, widget, demo, index)
    const played = await play(chat, demo, { widget, visitor, agents, departments })
    await backDate(db, played, demo.priority ?? 'normal')
  }
  await writePast(db, past, stage)
  await putOnDuty(chat, agents, departments)
  // What listens to the last events may still be writing
  await wait(LISTENERS_REST)
  return true
}

/** The agents of the demo's log-ins; users of other names take the places of those that are missing. */
async function demoAgents(chat: ChatService, tenantId: string) {
  const users = await chat.host.assignableUsers(tenantId)
  if (users.length === 0) return null
  const agentOf = (name: DemoAgent) => {
    const user = users.find(({ email }) => email.startsWith(`${name}@`)) ?? users[0]
    return chat.agents.forUser(tenantId, user)
  }
  const agents: Record<DemoAgent, Agent> = {
    agent: await agentOf('agent'),
    agent2: await agentOf('agent2'),
    admin: await agentOf('admin'),
  }
  return agents
}

/** The visitor of a conversation, who has walked through its pages; one who came before is known again. */
async function visitorOf(
  chat: ChatService,
  widget: Widget,
  demo: DemoConversation,
  index: number
): Promise<Visitor> {
  const known = demo.email
    ? await Visitor.query().where({ widget_id: widget.id, email: demo.email }).first()
    : null
  const pages = demo.pages.map((page) => {
    const [path, ...title] = page.split(' ')
    return { url: `${SITE}${path}`, title: title.join(' '), referrer: demo.referrer }
  })
  const client = demoClient(demo.device, demo.country, index)
  const { visitor } = known
    ? { visitor: known }
    : await chat.visitors.register(widget, client, pages[0])
  for (const page of pages) await chat.visitors.recordPageView(visitor, page)
  const { name, email, phone } = demo
  return chat.visitors.identify(visitor, { name, email, phone })
}
