import { randomUUID } from 'node:crypto'
import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type { ThreadPage, ThreadRequest } from '#chat/services/inbox'
import { SearchTerms } from '#chat/services/search/search_terms'
import { MAX_MESSAGE_LENGTH } from '#chat/validators/widget/fields'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { presentActions, presentAssignees } from '#chat/presenters/actions'
import { presentPriorities } from '#chat/presenters/bulk'
import { presentLabels } from '#chat/presenters/narrowing'
import { presentTeammates, type Teammate } from '#chat/presenters/teammates'
import { presentTransfer } from '#chat/presenters/transfer'
import { presentDays } from '#chat/presenters/thread'
import { presentSnooze } from '#chat/presenters/snooze'
import { presentStatus } from '#chat/presenters/status'
import { presentRating } from '#chat/presenters/rating'
import { presentWaiting } from '#chat/presenters/waiting'
import { presentEarlier, presentTrail, presentVisitor } from '#chat/presenters/visitor_card'

const THREAD_PAGE = 50
const TRAIL_LENGTH = 20
const EARLIER_SHOWN = 8

/** One conversation: its thread, its head with the actions, its composer, and who the visitor is. */
@inject()
export class ConversationPane {
  constructor(protected chat: ChatService) {}

  /** Everything at once, for a page or for switching to another conversation. */
  async whole(
    ctx: HttpContext,
    conversation: Conversation,
    query: string,
    { at, q }: Opening = {}
  ) {
    const [thread, head, context] = await Promise.all([
      this.thread(ctx, conversation, { limit: THREAD_PAGE, around: at }, q),
      this.head(ctx, conversation, query),
      this.context(ctx, conversation, query),
    ])
    const links = threadLinks(conversation, thread, query)
    const composer = this.composer(ctx, conversation, query)
    return { thread: { ...thread, ...links }, head, context, composer }
  }

  /** A page of the thread with notes and internal lines; around a place, with what was searched for marked. */
  async thread(
    ctx: HttpContext,
    conversation: Conversation,
    request: Omit<ThreadRequest, 'visibility'>,
    q?: string
  ) {
    const page = await this.chat.inbox.thread(conversation, { ...request, visibility: 'all' })
    return this.page(ctx, conversation, page, { at: request.around, q })
  }

  /** Messages that are known already, as a page of the thread. */
  page(ctx: HttpContext, conversation: Conversation, page: ThreadPage, { at, q }: Opening = {}) {
    const frame = {
      conversation,
      agentId: ctx.chatDesk.agent.id,
      clock: ViewerClock.of(ctx),
      at,
      terms: q ? new SearchTerms(q) : null,
    }
    return {
      days: presentDays(page.messages, frame),
      hasMore: page.hasMore,
      hasNewer: page.hasNewer,
      at: at ?? null,
      firstSeq: page.messages[0]?.seq ?? 0,
      lastSeq: page.messages.at(-1)?.seq ?? 0,
      visitorReadSeq: conversation.visitorReadSeq,
      agentReadSeq: conversation.agentReadSeq,
    }
  }

  async head(ctx: HttpContext, conversation: Conversation, query: string) {
    const { tenantId, user, may } = ctx.chatDesk
    const canReply = may.has('reply chat')
    const mates = canReply ? await this.#mates(tenantId) : []
    return {
      ...identityOf(conversation),
      query,
      canReply,
      waiting: presentWaiting(conversation, ViewerClock.of(ctx)),
      actions: canReply ? presentActions(conversation) : [],
      snooze: canReply ? presentSnooze(conversation, ViewerClock.of(ctx)) : null,
      priorities: presentPriorities(conversation.priority),
      canDelete: may.has('delete chat'),
      assignees: presentAssignees(mates, user, conversation),
      transfer: canReply ? await this.#transfer(ctx, conversation, mates) : null,
    }
  }

  /** Everyone who may reply, with whether they are there now. */
  async #mates(tenantId: string) {
    const users = await this.chat.host.assignableUsers(tenantId)
    const agents = await this.chat.agents.ofUsers(
      tenantId,
      users.map(({ id }) => id)
    )
    return presentTeammates(users, agents, (agent) => this.chat.presence.statusOf(agent))
  }

  /** Whom an open conversation can be passed on to. */
  async #transfer({ chatDesk }: HttpContext, conversation: Conversation, mates: Teammate[]) {
    if (isEnded(conversation)) return null
    const [roster, departments] = await Promise.all([
      this.chat.roster.list(chatDesk.tenantId),
      this.chat.departments.list(chatDesk.tenantId),
    ])
    const { departmentFallbackMinutes: fallbackMinutes } = this.chat.config
    const statusOf = (agent: Agent) => this.chat.presence.statusOf(agent)
    return presentTransfer(conversation, { mates, roster, departments, statusOf, fallbackMinutes })
  }

  composer(ctx: HttpContext, conversation: Conversation, query: string) {
    return {
      ...identityOf(conversation),
      query,
      canReply: ctx.chatDesk.may.has('reply chat'),
      isEnded: isEnded(conversation),
      maxLength: MAX_MESSAGE_LENGTH,
      /** For a form that is sent without scripts: sent twice it is stored once. */
      clientMessageId: randomUUID(),
    }
  }

  async context(ctx: HttpContext, conversation: Conversation, query: string) {
    const { visitor, widget, tenantId, leadId } = conversation
    const clock = ViewerClock.of(ctx)
    const { may } = ctx.chatDesk
    const canReply = may.has('reply chat')
    const [trail, earlier, person, lead, labels, allLabels] = await Promise.all([
      this.chat.visitors.trail(visitor, TRAIL_LENGTH),
      this.chat.inbox.earlierThan(conversation, EARLIER_SHOWN),
      this.chat.crm.suggestedPerson(visitor),
      leadId ? this.chat.host.findLead(tenantId, leadId) : null,
      this.chat.work.labelsOf(conversation),
      canReply ? this.chat.labels.list(tenantId) : [],
    ])
    return {
      ...identityOf(conversation),
      query,
      canReply,
      canManage: may.has('manage chat'),
      labels: presentLabels(labels),
      otherLabels: presentLabels(
        allLabels.filter(({ id }) => !labels.some((each) => each.id === id))
      ),
      visitor: presentVisitor(visitor, clock),
      widgetName: widget.name,
      person: visitor.personId ? person : null,
      suggestion: visitor.personId ? null : person,
      canPromote: Boolean(visitor.name || visitor.email),
      lead,
      hasLead: leadId !== null,
      rating: presentRating(conversation),
      trail: presentTrail(trail, visitor, clock),
      earlier: presentEarlier(earlier, clock),
    }
  }
}

/** Where a thread is opened, and what was searched for there. */
export interface Opening {
  /** A message's place. */
  at?: number
  q?: string
}

/** Reading on without a script, in either direction. */
function threadLinks(
  { externalId, lastSeq }: Conversation,
  thread: { firstSeq: number; lastSeq: number },
  query: string
) {
  const around = (seq: number) => `/chat/${externalId}${query}&at=${seq}#message-${seq}`
  return {
    olderUrl: around(thread.firstSeq),
    newerUrl: around(thread.lastSeq),
    newestUrl: `/chat/${externalId}${query}`,
    newestSeq: lastSeq,
  }
}

/** What every part of the pane says of the conversation that it belongs to. */
function identityOf(conversation: Conversation) {
  return {
    id: conversation.externalId,
    number: conversation.displayNumber,
    name: conversation.visitor.displayName,
    subject: conversation.subject,
    ...presentStatus(conversation),
    priority: conversation.priority,
    agentId: conversation.agentId,
    agentName: conversation.agentName,
    /** For forms that give it away: of whom they take it. */
    seenAgent: conversation.agent?.externalId ?? '',
  }
}

const isEnded = ({ status }: Conversation) => status === 'resolved' || status === 'closed'
