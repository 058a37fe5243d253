import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type { ConversationFacts, MessageFacts } from '#chat/models/facts'
import type { ThreadPage, ThreadRequest } from '#chat/services/inbox/thread_page'
import { SearchTerms } from '#chat/services/inbox/search/search_terms'
import { MAX_MESSAGE_LENGTH } from '#chat/services/conversations/message_rules'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { ConversationContext } from '#chat/presenters/conversation_context'
import { identityOf } from '#chat/presenters/conversation_identity'
import { presentActions, presentAssignees } from '#chat/presenters/actions'
import { presentPriorities } from '#chat/presenters/bulk'
import { presentComposer } from '#chat/presenters/composer'
import { agentFace } from '#chat/presenters/names'
import { teammatesOf, type Teammate } from '#chat/presenters/teammates'
import { presentTransfer } from '#chat/presenters/transfer'
import { presentDays } from '#chat/presenters/thread'
import { threadLinks } from '#chat/presenters/thread_links'
import { presentFollowUp, presentPlanned } from '#chat/presenters/planned'
import { presentSnooze } from '#chat/presenters/snooze'
import { presentWaiting } from '#chat/presenters/waiting'
import { firstHours } from '#chat/services/conversations/follow_up_step'
import { isOpen } from '#chat/services/conversations/status_rules'

const THREAD_PAGE = 50

/** One conversation: its thread, its head with the actions, its composer, and its visitor's card. */
@inject()
export class ConversationPane {
  constructor(
    protected chat: ChatService,
    protected side: ConversationContext
  ) {}

  /** The whole pane, for a page or for switching to another conversation. */
  async whole(
    ctx: HttpContext,
    conversation: Conversation,
    query: string,
    { at, q }: Opening = {}
  ) {
    const [thread, head, context, planned] = await Promise.all([
      this.thread(ctx, conversation, { limit: THREAD_PAGE, around: at }, q),
      this.head(ctx, conversation, query),
      this.side.of(ctx, conversation, query),
      this.planned(ctx, conversation, query),
    ])
    const links = threadLinks(conversation, thread, query)
    const composer = presentComposer(ctx, conversation, query)
    return { thread: { ...thread, ...links }, head, context, composer, planned }
  }

  /** A page of the thread with notes and internal lines; around a message, with the search's matches marked. */
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
  page(
    ctx: HttpContext,
    conversation: ConversationFacts,
    page: Shown<ThreadPage>,
    { at, q }: Opening = {}
  ) {
    const frame = {
      conversation,
      agentId: ctx.chatAuth.agent.id,
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
    const { tenantId, user, may, agent } = ctx.chatAuth
    const canReply = may.has('reply chat')
    const mates = canReply ? await teammatesOf(this.chat, tenantId) : []
    return {
      ...identityOf(conversation),
      query,
      canReply,
      isMuted: canReply && (await this.chat.notifications.mutes.has(agent, conversation)),
      waiting: presentWaiting(conversation, ViewerClock.of(ctx)),
      actions: canReply ? presentActions(conversation) : [],
      snooze: canReply ? presentSnooze(conversation, ViewerClock.of(ctx)) : null,
      priorities: presentPriorities(conversation.priority),
      canMailTranscript: this.chat.mails.state !== 'off' && Boolean(conversation.visitor.email),
      canDelete: may.has('delete chat'),
      assignees: presentAssignees(mates, user, conversation),
      assignee: conversation.agentName && agentFace(conversation.agentId, conversation.agentName),
      transfer: canReply ? await this.#transfer(ctx, conversation, mates) : null,
    }
  }

  /** The agents and departments that an open conversation can be transferred to. */
  async #transfer({ chatAuth }: HttpContext, conversation: Conversation, mates: Teammate[]) {
    if (!isOpen(conversation.status)) return null
    const [roster, departments] = await Promise.all([
      this.chat.agents.roster.list(chatAuth.tenantId),
      this.chat.routing.departments.list(chatAuth.tenantId),
    ])
    const { departmentFallbackMinutes: fallbackMinutes } = this.chat.config
    const statusOf = (agent: Agent) => this.chat.agents.presence.statusOf(agent)
    return presentTransfer(conversation, { mates, roster, departments, statusOf, fallbackMinutes })
  }

  /** The replies that are sent later, and what becomes of a visitor who does not answer. */
  async planned(ctx: HttpContext, conversation: Conversation, query: string) {
    const { agent, may } = ctx.chatAuth
    const clock = ViewerClock.of(ctx)
    const { widget } = conversation
    const [replies, step] = await Promise.all([
      this.chat.planned.list(conversation),
      this.chat.conversations.followUps.next(conversation, widget),
    ])
    return {
      id: conversation.externalId,
      query,
      canReply: may.has('reply chat'),
      maxLength: MAX_MESSAGE_LENGTH,
      zone: clock.zoneName,
      replies: presentPlanned(replies, agent, clock),
      /** Whether something may become due that stands here. */
      isWatched: firstHours(widget) !== null,
      followUp: presentFollowUp(step, clock),
    }
  }
}

/** A page of which only the facts are shown. */
type Shown<Page> = Omit<Page, 'messages'> & { messages: MessageFacts[] }

/** Where a thread is opened, and what was searched for there. */
export interface Opening {
  /** The position of a message. */
  at?: number
  q?: string
}
