import type { Agent, Department, ChatService } from 'adonis-crm-chat'
import type { DemoAgent } from '#database/seeders/chat/script'

export type DemoDepartment = 'sales' | 'workshop'

/** Anna has room for so many more; Bob's name says how he is. */
const ROOM: Partial<Record<DemoAgent, number>> = { agent: 6, agent2: 0 }
const SERVES: Partial<Record<DemoAgent, DemoDepartment[]>> = {
  agent: ['sales'],
  agent2: ['sales', 'workshop'],
}

export async function createDemoDepartments({ config, routing }: ChatService) {
  const { departments } = routing
  const create = (name: string) => departments.create(config.defaultTenant, name)
  return { sales: await create('Sales'), workshop: await create('Workshop') }
}

/**
 * Bob serves the workshop from the beginning, since nothing can be transferred to a department without
 * agents; the queue gives him nothing, because he is not online yet.
 */
export async function staffWorkshop(
  chat: ChatService,
  agents: Record<DemoAgent, Agent>,
  { workshop }: Record<DemoDepartment, Department>
) {
  await chat.agents.roster.update(agents.agent2, { departmentIds: [workshop.externalId] })
}

/** Lets the agents take chats from now on, on top of what they have on their desks. */
export async function putOnDuty(
  chat: ChatService,
  agents: Record<DemoAgent, Agent>,
  departments: Record<DemoDepartment, Department>
) {
  for (const [name, room] of Object.entries(ROOM) as [DemoAgent, number][]) {
    const agent = await agents[name].refresh()
    await chat.agents.roster.update(agent, {
      maxConcurrentChats: Math.max(1, agent.currentChatsCount + room),
      departmentIds: SERVES[name]!.map((department) => departments[department].externalId),
      widgetIds: [],
    })
  }
}
