import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import type { AgentSettings } from '#chat/services/team/agent_roster'
import type { ChatWorld } from '#tests/helpers/chat_world'

const SETTINGS: AgentSettings = { maxConcurrentChats: 5, departmentIds: [], widgetIds: [] }

/** An agent who takes chats, and whose stream is open. */
export async function serving(
  world: ChatWorld,
  name = 'Anna Agent',
  settings: Partial<AgentSettings> = {}
) {
  const agent = await offDuty(world, name, settings)
  await world.chat.agents.presence.arrive(agent)
  return agent
}

/** An agent who would take chats, but is not there. */
export async function offDuty(
  world: ChatWorld,
  name: string,
  settings: Partial<AgentSettings> = {}
) {
  const user = await world.user('employee', name)
  return world.chat.agents.roster.add(world.tenantId, String(user.id), { ...SETTINGS, ...settings })
}

/** Their last sign of life was so many seconds ago. */
export async function silentFor(agent: Agent, seconds: number) {
  await agent.merge({ lastActiveAt: DateTime.utc().minus({ seconds }) }).save()
}

/** Gives out all that can be given out, and answers who has each conversation now. */
export async function holders(world: ChatWorld, conversations: Conversation[]) {
  await world.chat.routing.pickUp(world.tenantId)
  const rows = await Promise.all(conversations.map((each) => world.stored(each)))
  return rows.map(({ agentName }) => agentName)
}

/** Waits until it is so, and answers after how many milliseconds. */
export async function soon(isSo: () => unknown, patience = 5000) {
  const startedAt = performance.now()
  while (!(await isSo())) {
    if (performance.now() - startedAt > patience) throw new Error('Waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return performance.now() - startedAt
}

/**
 * Each agent's load as it is kept, and as a recount has it; the same for what of it awaits the visitor. All
 * of one moment: the queue moves meanwhile.
 */
export async function loads(tenantId: string) {
  const { agents, open } = await agentsAndOpen(tenantId)
  const awaiting = open.filter(({ status }) => status === 'waiting')
  const perAgent = (rows: Conversation[]) =>
    agents.map(({ id }) => rows.filter(({ agentId }) => agentId === id).length)
  return {
    kept: agents.map(({ currentChatsCount }) => currentChatsCount),
    counted: perAgent(open),
    awaiting: {
      kept: agents.map(({ awaitingChatsCount }) => awaitingChatsCount),
      counted: perAgent(awaiting),
    },
  }
}

function agentsAndOpen(tenantId: string) {
  return db.transaction(async (client) => {
    // Elsewhere a transaction sees one moment by itself
    if (client.dialect.name === 'postgres') {
      await client.rawQuery('set transaction isolation level repeatable read')
    }
    const agents = await Agent.query({ client }).where('tenant_id', tenantId).orderBy('id')
    const open = await Conversation.query({ client })
      .where('tenant_id', tenantId)
      .where('folder', 'open')
      .whereNotNull('agent_id')
    return { agents, open }
  })
}
