import { randomUUID } from 'node:crypto'
import app from '@adonisjs/core/services/app'
import User from '#crm/models/user'
import type { Role } from '#crm/auth/permissions'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { ChatService } from '#chat/services/chat_service'
import { widgetDefaults, type WidgetAttributes } from '#chat/services/widgets/widget_attributes'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { WidgetClient } from '#tests/helpers/widget_client'

export const PASSWORD = 'password'

function createWidget(chat: ChatService, tenantId: string, attributes: Partial<WidgetAttributes>) {
  const shape = { ...widgetDefaults(), contactRequired: false, name: 'Shop', ...attributes }
  return chat.widgets.create(tenantId, shape, null)
}

/** A visitor, what only their browser knows, and their browser. */
export interface Guest {
  visitor: Visitor
  token: string
  browser: WidgetClient
}

/**
 * A tenant of its own with the module on and one widget: tests neither see nor disturb each other, so
 * nothing has to be rolled back, and several processes may take part.
 */
export class ChatWorld {
  #guests = 0

  constructor(
    readonly chat: ChatService,
    readonly tenantId: string,
    readonly widget: Widget
  ) {}

  static async create(
    attributes: Partial<WidgetAttributes> = {},
    tenantId = `t-${randomUUID().slice(0, 13)}`
  ) {
    const chat = await app.container.make(ChatService)
    await moduleSwitch.toggle('chat', tenantId, true)
    return new ChatWorld(chat, tenantId, await createWidget(chat, tenantId, attributes))
  }

  /** One more widget of the tenant. */
  addWidget(attributes: Partial<WidgetAttributes> = {}) {
    return createWidget(this.chat, this.tenantId, attributes)
  }

  /** A user of this tenant's CRM. */
  user(role: Role = 'employee', fullName = 'Anna Agent') {
    return User.create({
      tenantId: this.tenantId,
      fullName,
      email: `${randomUUID().slice(0, 13)}@team.example`,
      password: PASSWORD,
      role,
      isActive: true,
    })
  }

  /** A user of the CRM who answers chats. */
  async agent(fullName = 'Anna Agent', user?: User): Promise<Agent> {
    const { id } = user ?? (await this.user('employee', fullName))
    const hostUser = await this.chat.host.findUser(this.tenantId, String(id))
    return this.chat.agents.forUser(this.tenantId, hostUser!)
  }

  /** A visitor of the website, at an address of their own. */
  async guest(
    claims: { name?: string; email?: string; phone?: string } = {},
    widget = this.widget
  ) {
    const ipAddress = this.#nextAddress()
    const client = { ipAddress, userAgent: null, countryCode: null }
    const { visitor, token } = await this.chat.visitors.register(widget, client)
    await this.chat.visitors.identify(visitor, claims)
    const browser = new WidgetClient(widget.publicKey, token)
    const headers = { 'X-Forwarded-For': ipAddress }
    return { visitor, token, browser: browser.with({ headers }) } satisfies Guest
  }

  #nextAddress() {
    const n = this.#guests++
    return n ? `10.0.${n >> 8}.${n & 255}` : '192.0.2.1'
  }

  /** A message of the visitor where it belongs. */
  async start({ visitor }: Guest, content = 'Hello', clientMessageId: string = randomUUID()) {
    return this.chat.messages.visitor.start(this.widget, visitor, { content, clientMessageId })
  }

  /** A visitor and the conversation that they have begun. */
  async chatting(claims: { name?: string; email?: string; phone?: string } = {}) {
    const guest = await this.guest(claims)
    const { conversation } = await this.start(guest)
    return { ...guest, conversation }
  }

  reply(conversation: Conversation, agent: Agent, content = 'Hi', internal = false) {
    const draft = { content, clientMessageId: randomUUID(), internal }
    return this.chat.messages.agent.post(conversation, agent, draft)
  }

  /** The conversation of a tenant that has no other open one. */
  async onlyConversation(): Promise<Conversation> {
    const request = { filter: 'open' as const, agentId: null, limit: 2 }
    const { conversations } = await this.chat.inbox.list(this.tenantId, request)
    if (conversations.length !== 1) throw new Error(`${conversations.length} open conversations`)
    return conversations[0]
  }

  /** The conversation as it is stored now. */
  stored(conversation: Conversation) {
    return this.chat.inbox.conversation(this.tenantId, conversation.externalId)
  }

  setModule(enabled: boolean) {
    return moduleSwitch.toggle('chat', this.tenantId, enabled)
  }
}
