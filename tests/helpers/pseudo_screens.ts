/// <reference lib="dom" />
import type { TestContext } from '@japa/runner/core'
import type { WidgetAttributes } from '#chat/services/widgets/widget_attributes'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { foreignTexts, speakPseudo } from '#tests/helpers/pseudo_locale'

/** A widget whose own texts are Greek. */
export const WIDGET: Partial<WidgetAttributes> = {
  name: 'Κατάστημα',
  welcomeTitle: 'Καλημέρα',
  welcomeMessage: 'Πώς μπορούμε να βοηθήσουμε;',
  inputPlaceholder: 'Γράψτε',
  offlineMessage: 'Λείπουμε',
  showBranding: true,
}

const WEBHOOK = {
  url: 'https://example.com/hook',
  description: 'Αποθήκη',
  events: ['chat.message.sent' as const],
  isActive: true,
  includeNotes: false,
  allowPrivate: false,
}

/** What the visitor asks. */
export const QUESTION = 'Έχετε ποδήλατα;'

/** Notes which texts of which screen come from no catalogue. */
export class Screens {
  readonly foreign: string[] = []

  async look(name: string, ...where: Parameters<typeof foreignTexts>) {
    for (const found of await foreignTexts(...where)) this.foreign.push(`${name}: ${found}`)
  }
}

/** A team whose data is in Greek letters, and one conversation with everything in it. */
async function busyWorld() {
  const world = await ChatWorld.create(WIDGET)
  const { chat, tenantId } = world
  const user = await world.user('admin', 'Άννα')
  const anna = await world.agent('Άννα', user)
  const bob = await world.agent('Βίκτωρ')
  await chat.agents.roster.add(tenantId, String(user.id), {
    maxConcurrentChats: 3,
    departmentIds: [],
    widgetIds: [],
  })
  const label = await chat.labels.create(tenantId, { name: 'Εγγύηση', color: '#336699' })
  const guest = await world.guest({ name: 'Ελένη', email: 'eleni@shop.example' })
  const { conversation } = await world.start(guest, 'Καλησπέρα')
  await chat.conversations.assign(conversation, bob, anna)
  await chat.conversations.assign(conversation, anna, bob)
  await chat.conversations.triage.addLabel(conversation, label, anna)
  await chat.conversations.triage.setPriority(conversation, 'high', anna)
  await world.reply(conversation, anna, 'Γεια')
  await world.reply(conversation, anna, 'Μόνο για μας', true)
  await world.start(await world.guest({ name: 'Μάριος' }), 'Καλημέρα')
  await chat.cannedResponses.create(
    tenantId,
    { shortcut: 'geia', title: 'Χαιρετισμός', content: 'Γεια' },
    null
  )
  const { webhook } = await chat.webhooks.create(tenantId, WEBHOOK, null)
  await chat.webhooks.test(webhook)
  return { world, user, anna, label, conversation, webhook }
}

/** The conversation that begins with the visitor's question. */
export async function askedIn({ chat, tenantId }: ChatWorld) {
  const request = { filter: 'open' as const, agentId: null, limit: 10 }
  const { conversations } = await chat.inbox.list(tenantId, request)
  return conversations.find(({ lastMessage }) => lastMessage === QUESTION)!
}

/** The team's agent with a browser of their own, in the language for tests. */
export async function setUp({ browser, cleanup }: TestContext) {
  cleanup(speakPseudo())
  const busy = await busyWorld()
  const agent = await AgentPage.inNewBrowser({ browser, cleanup }, busy.user.email)
  return { ...busy, agent, page: agent.page, screens: new Screens() }
}
