import { randomUUID } from 'node:crypto'
import type User from '#crm/models/user'
import { saveSettings } from '#crm/services/settings'
import Conversation from '#chat/models/conversation'
import type Widget from '#chat/models/widget'
import { ChatWorld } from '#tests/helpers/chat_world'

/** What a company lets its employees see. */
export async function employeesSeeAll({ tenantId }: ChatWorld, employeesSeeAllChats: boolean) {
  await saveSettings(tenantId, { employeesSeeAllChats })
}

/** A visitor's conversation on a widget, in a department or none. */
async function talk(world: ChatWorld, widget: Widget, name: string, departmentId?: number) {
  const guest = await world.guest({ name, email: `${randomUUID()}@home.example` }, widget)
  const draft = { content: `Words of ${name}`, clientMessageId: randomUUID() }
  const started = await world.chat.messages.visitor.start(widget, guest.visitor, draft)
  const conversation = await started.conversation
    .merge({ departmentId: departmentId ?? null })
    .save()
  return { ...guest, conversation }
}

/**
 * A company whose employees see the chats of their widgets and departments alone; Anna serves one widget and one
 * department of two, Bob all widgets. Anna may do all else that there is.
 */
export async function restricted() {
  const world = await ChatWorld.create()
  const { chat, tenantId } = world
  await employeesSeeAll(world, false)
  const shop = world.widget
  const blog = await world.addWidget({ name: 'Blog' })
  const sales = await chat.routing.departments.create(tenantId, 'Sales')
  const support = await chat.routing.departments.create(tenantId, 'Support')
  const settings = { maxConcurrentChats: 5, departmentIds: [sales.externalId], widgetIds: [] }
  const annaUser = await world.user('employee', 'Anna Agent')
  const anna = await chat.agents.roster.add(tenantId, String(annaUser.id), {
    ...settings,
    widgetIds: [shop.externalId],
  })
  const bob = await world.agent('Bob Boss', await world.user('manager', 'Bob Boss'))

  const inside = [
    await talk(world, shop, 'Ina Inside'),
    await talk(world, shop, 'Sally Sales', sales.id),
    await talk(world, blog, 'Olli Own'),
  ]
  await chat.conversations.assign(inside[2].conversation, anna, bob)
  const outside = [
    await talk(world, blog, 'Otto Outside'),
    await talk(world, shop, 'Stella Support', support.id),
    await talk(world, blog, 'Berta Blog', sales.id),
    await talk(world, blog, 'Bert Bobs'),
  ]
  await chat.conversations.assign(outside[3].conversation, bob, bob)
  return { world, shop, blog, sales, support, anna, annaUser, bob, inside, outside, talk }
}

export type Restricted = Awaited<ReturnType<typeof restricted>>

/** Lets a user do everything but see all chats, whatever their role. */
export async function allButSeeingAll(
  { world }: Restricted,
  user: User,
  work: () => Promise<void>
) {
  const { host } = world.chat
  const { can } = host
  host.can = async (asked, permission) =>
    asked.id === String(user.id) ? permission !== 'see all chats' : can(asked, permission)
  try {
    await work()
  } finally {
    host.can = can
  }
}

/** Each conversation of a tenant, by its id. */
export const conversationsOf = ({ tenantId }: ChatWorld) =>
  Conversation.query().where('tenant_id', tenantId).orderBy('id')
