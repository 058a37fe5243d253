import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import {
  type Agent,
  type Department,
  type Conversation,
  Visitor,
  type Widget,
  type ChatService,
} from 'adonis-crm-chat'
import type { DemoDepartment } from '#database/seeders/chat/team'
import {
  durationOf,
  parseScript,
  type DemoAgent,
  type DemoConversation,
  type Step,
} from '#database/seeders/chat/script'

/** When the messages up to `seq` were written. */
export interface Moment {
  seq: number
  at: DateTime
  step: Step
}

/** What happened while a conversation was played, for giving it its times afterwards. */
export interface Played {
  conversation: Conversation
  visitor: Visitor
  moments: Moment[]
  rating: { stars: number; words: string } | null
}

/** Where conversations are played, and who takes part. */
interface Stage {
  widget: Widget
  visitor: Visitor
  agents: Record<DemoAgent, Agent>
  departments: Record<DemoDepartment, Department>
}

/** Plays a conversation of the demo through the `ChatService`, as visitor and agents would. */
export async function play(
  chat: ChatService,
  demo: DemoConversation,
  stage: Stage
): Promise<Played> {
  const { visitor, agents } = stage
  const began = DateTime.utc().minus({ minutes: demo.last + durationOf(demo) })
  const agent = agents[demo.agent ?? 'agent']
  const page = lastPage(visitor)
  const played: Omit<Played, 'conversation'> = { visitor, moments: [], rating: null }
  let conversation: Conversation | null = null

  for (const step of parseScript(demo.script)) {
    if (step.kind === '>') {
      if (conversation) await chat.messages.reads.byVisitor(conversation, conversation.lastSeq)
      const draft = { content: step.text, clientMessageId: randomUUID() }
      const post = await chat.messages.visitor.start(stage.widget, visitor, draft, { page })
      conversation = post.conversation
    } else if (step.kind === '!') {
      conversation = await act(chat, conversation!, step.text, agent, stage)
      played.rating ??= ratingIn(step.text)
    } else {
      const draft = {
        content: step.text,
        clientMessageId: randomUUID(),
        internal: step.kind === '#',
      }
      const post = await chat.messages.agent.post(conversation!, agent, draft)
      conversation = post.conversation
    }
    played.moments.push({
      seq: conversation!.lastSeq,
      at: began.plus({ minutes: step.at }),
      step,
    })
  }

  if (!demo.isUnseen) await chat.messages.reads.byVisitor(conversation!, conversation!.lastSeq)
  if (!demo.isUnread) await chat.messages.reads.byAgent(conversation!, conversation!.lastSeq)
  return { ...played, conversation: conversation! }
}

async function act(
  chat: ChatService,
  conversation: Conversation,
  action: string,
  agent: Agent,
  { agents, departments }: Stage
): Promise<Conversation> {
  const [verb, argument] = action.split(' ')
  switch (verb) {
    case 'assign':
      return chat.conversations.assign(conversation, agents[argument as DemoAgent], agent)
    case 'transfer':
      return chat.routing.transfers.toDepartment(
        conversation,
        departments[argument as DemoDepartment],
        agent
      )
    case 'label': {
      const label = await chat.labels.named(conversation.tenantId, argument)
      return chat.conversations.triage.addLabel(conversation, label, agent)
    }
    case 'resolve':
      return chat.conversations.resolve(conversation, agent)
    case 'close':
      return chat.conversations.close(conversation, agent)
    case 'archive':
      return chat.conversations.archive(conversation, agent)
    case 'reopen':
      return chat.conversations.reopen(conversation, agent)
    case 'promote':
      await promote(chat, conversation, agent)
      return conversation.refresh()
    case 'convert':
      await chat.crm.convertToLead(conversation, agent)
      return conversation.refresh()
    case 'ticket':
      await chat.crm.createTicket(conversation, agent, action.slice('ticket '.length))
      return conversation.refresh()
    default:
      return conversation
  }
}

/** As an agent decides who finds the visitor's address in the CRM. */
async function promote(chat: ChatService, conversation: Conversation, agent: Agent) {
  const visitor = await Visitor.findOrFail(conversation.visitorId)
  const match = await chat.crm.suggestedPerson(visitor)
  await chat.crm.promoteToPerson(conversation, agent, match ? { linkTo: match.id } : 'new')
}

function ratingIn(action: string) {
  const [, stars, words] = /^rate (\d) ?(.*)$/.exec(action) ?? []
  return stars ? { stars: Number(stars), words } : null
}

function lastPage({ currentPage, currentPageTitle }: Visitor) {
  return currentPage ? { url: currentPage, title: currentPageTitle } : null
}
