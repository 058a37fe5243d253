import { randomUUID } from 'node:crypto'
import type { ApplicationService } from '@adonisjs/core/types'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import { ChatService } from '#chat/services/chat_service'
import { widgetDefaults } from '#chat/services/widgets/widget_attributes'
import type Agent from '#chat/models/agent'
import type Label from '#chat/models/label'
import type Widget from '#chat/models/widget'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import User from '#crm/models/user'
import { addHistory } from './history.js'
import type { KnownVisitor, FilterIds, Populated, Population } from './population.js'

const TENANT = 'default'
const PASSWORD = 'measured in production'

export async function migrate(app: ApplicationService) {
  const db = await app.container.make('lucid.db')
  const migrator = new MigrationRunner(db, app, { direction: 'up', disableLocks: true })
  await migrator.run()
  if (migrator.error) throw migrator.error
}

/** Fills a database through the product itself; only the long history is written in bulk. */
export async function populate(app: ApplicationService, wanted: Population): Promise<Populated> {
  const chat = await app.container.make(ChatService)
  await moduleSwitch.toggle('chat', TENANT, true)
  const newWidget = (name: string) =>
    chat.widgets.create(TENANT, { ...widgetDefaults(), name }, null)
  const newLabel = (name: string) => chat.labels.create(TENANT, { name, color: '#dc2626' })
  const [widget, rareWidget] = [await newWidget('Bench'), await newWidget('Rare')]
  const [label, rareLabel] = [await newLabel('Usual'), await newLabel('Rare')]

  const users: Populated['agents'] = []
  const agents: Agent[] = []
  for (let index = 0; index < wanted.agents; index++) {
    const email = `agent${index}@example.com`
    agents.push(await newAgent(chat, email))
    users.push({ email, password: PASSWORD })
  }
  const visitors: KnownVisitor[] = []
  for (let index = 0; index < wanted.visitors; index++) {
    visitors.push(await newVisitor(chat, widget))
  }
  const rareAgent = await newAgent(chat, 'rare@example.com')
  const rareAgentId = rareAgent.id
  const of = { widget, rareWidget, label, rareLabel, rareAgentId }
  const historical = await addHistory(app, of, wanted.conversations)
  return {
    key: widget.publicKey,
    usual: filterIds(widget, label, agents[0]),
    rare: filterIds(rareWidget, rareLabel, rareAgent),
    visitors,
    agents: users,
    historical,
  }
}

const filterIds = (widget: Widget, label: Label, agent: Agent): FilterIds => ({
  widget: widget.externalId,
  label: label.externalId,
  agent: agent.externalId,
})

async function newAgent(chat: ChatService, email: string) {
  const user = await User.create({
    tenantId: TENANT,
    fullName: `Agent ${email}`,
    email,
    password: PASSWORD,
    role: 'manager',
    isActive: true,
  })
  const hostUser = await chat.host.findUser(TENANT, String(user.id))
  return chat.agents.forUser(TENANT, hostUser!)
}

async function newVisitor(chat: ChatService, widget: Widget): Promise<KnownVisitor> {
  const client = { ipAddress: '', userAgent: 'bench', countryCode: null }
  const { visitor, token } = await chat.visitors.register(widget, client)
  const { conversation } = await chat.messages.visitor.start(widget, visitor, {
    content: 'Hello, is anyone there?',
    clientMessageId: randomUUID(),
  })
  return {
    id: visitor.id,
    token,
    conversationId: conversation.id,
    conversation: conversation.externalId,
  }
}
