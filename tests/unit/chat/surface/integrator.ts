import {
  type ChatService,
  ConversationNotFound,
  defineConfig,
  type Agent,
  type AgentDraft,
  type AgentPost,
  type AgentSettings,
  type BulkOrder,
  type BulkResult,
  type ChatConfig,
  type ChatConfigInput,
  type Conversation,
  type ConversationUpdated,
  type InboxListRequest,
  type InboxPage,
  type PeriodRequest,
  type PersonDecision,
  type RatingDraft,
  type Reference,
  type Report,
  type ThreadPage,
  type ThreadRequest,
  type Visitor,
  type VisitorClient,
  type VisitorDraft,
  type VisitorPost,
  type WebhookAttributes,
  type Widget,
  type WidgetAttributes,
  type WithSecret,
} from '#chat/main'

/** What a host and an integrator write with the module's public surface alone; the type check is the test. */
export class Integration {
  constructor(protected chat: ChatService) {}

  configure(input: ChatConfigInput): ChatConfig {
    return defineConfig(input)
  }

  openWidget(tenantId: string, attributes: WidgetAttributes, userId: string): Promise<Widget> {
    return this.chat.widgets.create(tenantId, attributes, userId)
  }

  async startChat(
    widget: Widget,
    client: VisitorClient,
    draft: VisitorDraft
  ): Promise<VisitorPost> {
    const { visitor } = await this.chat.visitors.register(widget, client)
    return this.chat.messages.visitor.start(widget, visitor, draft, {
      claims: { email: 'jane@home.example' },
    })
  }

  answer(conversation: Conversation, agent: Agent, draft: AgentDraft): Promise<AgentPost> {
    return this.chat.messages.agent.post(conversation, agent, draft)
  }

  async readThread(tenantId: string, id: string): Promise<ThreadPage | null> {
    const request: ThreadRequest = { limit: 50, visibility: 'all' }
    try {
      const conversation = await this.chat.inbox.conversation(tenantId, id)
      return await this.chat.inbox.thread(conversation, request)
    } catch (error) {
      if (error instanceof ConversationNotFound) return null
      throw error
    }
  }

  unassigned(tenantId: string): Promise<InboxPage> {
    const request: InboxListRequest = { filter: 'unassigned', agentId: null, limit: 20 }
    return this.chat.inbox.list(tenantId, request)
  }

  async finish(conversation: Conversation, agent: Agent, decision: PersonDecision) {
    await this.chat.crm.promoteToPerson(conversation, agent, decision)
    return this.chat.conversations.resolve(conversation, agent)
  }

  rate(conversation: Conversation, visitor: Visitor, draft: RatingDraft) {
    return this.chat.conversations.ratings.rate(conversation, visitor, draft)
  }

  staff(agent: Agent, settings: Partial<AgentSettings>) {
    return this.chat.agents.roster.update(agent, settings)
  }

  subscribe(tenantId: string, attributes: WebhookAttributes, userId: string): Promise<WithSecret> {
    return this.chat.webhooks.create(tenantId, attributes, userId)
  }

  figures(tenantId: string, period: PeriodRequest): Promise<Report> {
    return this.chat.analytics.report(tenantId, period)
  }

  bulk(agent: Agent, ids: Reference[], order: BulkOrder): Promise<BulkResult[]> {
    return this.chat.conversations.bulk.run(agent.tenantId, ids, order, agent)
  }

  hear({ conversation, message }: ConversationUpdated) {
    return `${conversation.displayNumber}: ${message?.content ?? ''}`
  }
}
