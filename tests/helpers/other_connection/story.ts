import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Lead from '#crm/models/lead'
import Person from '#crm/models/person'
import { ChatWorld } from '#tests/helpers/chat_world'

/** What happens in a chat whose tables are in a database of their own, and where it is stored. */
export async function story() {
  const world = await ChatWorld.create()
  const agent = await world.agent()
  const { conversation, visitor } = await world.chatting({
    name: 'Vera',
    email: 'vera@shop.example',
  })
  await world.reply(conversation, agent, 'Marmalade')

  const person = await world.chat.crm.promoteToPerson(conversation, agent)
  await visitor.refresh()
  const lead = await world.chat.crm.convertToLead(conversation, agent, 'Jam')
  const second = await world.chatting({ name: 'Otto', email: 'otto@shop.example' })
  const failed = await failingConversion(world, second.conversation, agent)

  const request = { filter: 'all', agentId: null, limit: 10, q: 'marmalade' } as const
  const { conversations } = await world.chat.inbox.list(world.tenantId, request)
  return {
    found: conversations.map(({ id }) => id === conversation.id),
    isLinked: visitor.personId === person.id,
    people: (await Person.query().where('tenant_id', world.tenantId)).map((each) => each.firstName),
    leads: (await Lead.query().where('tenant_id', world.tenantId)).map(({ title }) => title),
    isConverted: (await world.stored(conversation))?.leadId === lead.id,
    failed,
    tables: {
      crm: await db.connection().getAllTables(),
      chat: await db.connection('chat').getAllTables(),
    },
  }
}

/** A conversion that fails after the host has written: nothing of it may remain, on neither connection. */
async function failingConversion(...[world, conversation, agent]: Failing) {
  const { timeline } = world.chat.crm
  const { conversion } = timeline
  timeline.conversion = () => Promise.reject(new Error('too late'))
  try {
    await world.chat.crm.convertToLead(conversation, agent, 'Lost', 'new')
    return 'not at all'
  } catch (error) {
    return (error as Error).message
  } finally {
    timeline.conversion = conversion
  }
}

type Failing = [ChatWorld, Conversation, Agent]
type Conversation = Awaited<ReturnType<ChatWorld['chatting']>>['conversation']
type Agent = Awaited<ReturnType<ChatWorld['agent']>>

/** Runs the migrations of a connection. */
export async function migrate(connection: string) {
  const ace = await app.container.make('ace')
  const flags = ['--compact-output', '--no-schema-generate', '--disable-locks']
  const { exitCode, error } = await ace.exec('migration:run', [
    ...flags,
    `--connection=${connection}`,
  ])
  if (exitCode) throw error ?? new Error(`The migrations of "${connection}" failed`)
}
