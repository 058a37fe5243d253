import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
import type Department from '#chat/models/department'
import type Conversation from '#chat/models/conversation'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import type { ChatService } from '#chat/services/chat_service'
import type { DemoDepartment } from '#chat/demo/team'
import {
  durationOf,
  parseScript,
  type DemoAgent,
  type DemoConversation,
  type Step,
} from '#chat/demo/script'

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
      if (conversation) await chat.reads.byVisitor(conversation, conversation.lastSeq)
      const draft = { content: step.text, clientMessageId: randomUUID() }
      const post = await chat.visitorMessages.start(stage.widget, visitor, draft, { page })
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
      const post = await chat.agentMessages.post(conversation!, agent, draft)
      conversation = post.conversation
    }
    played.moments.push({
      seq: conversation!.lastSeq,
      at: began.plus({ minutes: step.at }),
      step,
    })
  }

  if (!demo.isUnseen) await chat.reads.byVisitor(conversation!, conversation!.lastSeq)
  if (!demo.isUnread) await chat.reads.byAgent(conversation!, conversation!.lastSeq)
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
      return chat.transfers.toDepartment(
        conversation,
        departments[argument as DemoDepartment],
        agent
      )
    case 'label': {
      const label = await chat.labels.named(conversation.tenantId, argument)
      return chat.work.addLabel(conversation, label, agent)
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
      await chat.crm.promoteToPerson(conversation, agent)
      return conversation.refresh()
    case 'convert':
      await chat.crm.convertToLead(conversation, agent)
      return conversation.refresh()
    default:
      return conversation
  }
}

function ratingIn(action: string) {
  const [, stars, words] = /^rate (\d) ?(.*)$/.exec(action) ?? []
  return stars ? { stars: Number(stars), words } : null
}

function lastPage({ currentPage, currentPageTitle }: Visitor) {
  return currentPage ? { url: currentPage, title: currentPageTitle } : null
}
