import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import { saveSettings, settingsOf } from '#crm/services/settings'
import { savePerson } from '#crm/services/people/save_person'
import { personInput } from '#tests/functional/crm/support'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

const DUTIES = { maxConcurrentChats: 3, departmentIds: [], widgetIds: [] }

/** Tenants whose names differ in what a database may take for nothing: case, an accent, a space at the end. */
const namesLike = (own: string) => [
  `default-${own}`,
  `DEFAULT-${own.toUpperCase()}`,
  `défault-${own}`,
  `default-${own} `,
]

/** A tenant with one of everything, each of which tells by its name whose it is. */
async function furnished(tenantId: string, mark: string) {
  const world = await ChatWorld.create({ name: `Widget ${mark}` }, tenantId)
  const user = await world.user('owner', `Owner ${mark}`)
  const agent = await world.agent(`Owner ${mark}`, user)
  const { chat } = world
  await chat.agents.roster.add(tenantId, String(user.id), DUTIES)
  await chat.routing.departments.create(tenantId, `Department ${mark}`)
  await chat.labels.create(tenantId, { name: `Label ${mark}`, color: '#2563eb' })
  await chat.cannedResponses.create(
    tenantId,
    { shortcut: 'hello', title: `Canned ${mark}`, content: 'Hi' },
    null
  )
  await savePerson(
    tenantId,
    personInput({
      lastName: mark,
      emails: [{ address: 'jane@acme.example', type: 'work', isPrimary: true }],
    })
  )
  await saveSettings(tenantId, { companyName: `Company ${mark}`, currency: 'EUR', timeZone: 'UTC' })
  const guest = await world.guest({ name: `Visitor ${mark}`, email: 'jane@acme.example' })
  const { conversation } = await world.start(guest, `Zebra ${mark}`)
  return { mark, world, user, agent, conversation, guest }
}

const LISTS = [
  '/conversations',
  '/conversations?q=zebra',
  '/conversations?q=jane@acme.example',
  '/agents',
  '/departments',
  '/labels',
  '/canned-responses',
  '/widgets',
]
const PAGES = [
  '/chat?filter=all',
  '/chat?filter=all&q=zebra',
  '/chat/export.csv?filter=all',
  '/chat/agents',
  '/chat/dashboard',
  '/chat/dashboard/export',
  '/settings/chat-widgets',
  '/settings/chat-audit',
  '/people',
]

test.group('Tenants whose names differ in case, an accent or a space', () => {
  test('see nothing of each other', async ({ assert, client, cleanup }) => {
    const own = randomUUID().slice(0, 8)
    const tenants: Awaited<ReturnType<typeof furnished>>[] = []
    for (const [index, name] of namesLike(own).entries()) {
      tenants.push(await furnished(name, `mark${index}${own}`))
    }
    for (const { mark, world, user, guest, conversation } of tenants) {
      const others = tenants.filter((tenant) => tenant.mark !== mark)
      const alone = (text: string, where: string) => {
        for (const other of others) assert.notInclude(text, other.mark, `${mark} at ${where}`)
      }
      assert.equal(conversation.displayNumber, 'C1001')
      const api = await ApiCaller.for(user)
      for (const path of LISTS) {
        const { text, status } = await api.get(path)
        assert.equal(status, 200, path)
        assert.include(text, mark, path)
        alone(text, path)
      }
      for (const path of PAGES) {
        const answer = await client.get(path).loginAs(user).redirects(0)
        answer.assertStatus(200)
        alone(answer.text(), path)
      }
      const unread = await new InboxClient(client, user).ask('/unread')
      assert.equal(unread.body().unread ?? unread.body().count, 1)
      for (const other of others) {
        const { externalId } = other.conversation
        assert.equal((await api.get(`/conversations/${externalId}`)).status, 404)
        assert.equal((await api.say(externalId, 'Not mine')).status, 404)
        assert.equal((await api.put(`/widgets/${other.world.widget.externalId}`)).status, 404)
      }
      assert.equal((await world.chat.crm.suggestedPerson(guest.visitor))?.name, `Jane ${mark}`)
      assert.equal((await settingsOf(world.tenantId)).companyName, `Company ${mark}`)
    }
    for (const { conversation, world } of tenants) {
      assert.equal((await world.stored(conversation)).messageCount, conversation.messageCount)
    }

    await tenants[0].world.setModule(false)
    cleanup(() => tenants[0].world.setModule(true))
    for (const { world } of tenants.slice(1)) {
      assert.isTrue(await world.chat.host.isModuleEnabled(world.tenantId))
    }
  }).timeout(60_000)

  test('hear nothing of each other on their streams', async ({ assert, cleanup }) => {
    const own = randomUUID().slice(0, 8)
    const worlds = []
    for (const name of namesLike(own)) worlds.push(await ChatWorld.create({}, name))
    const streams = []
    for (const world of worlds) {
      const stream = await (await AgentBrowser.logIn(await world.user())).stream()
      cleanup(() => stream.close())
      await stream.frame('chat.ready')
      streams.push(stream)
    }
    for (const world of worlds) await world.start(await world.guest(), `For ${world.tenantId}.`)
    for (const [index, stream] of streams.entries()) {
      const { tenantId } = worlds[index]
      await stream.frame(({ message }) => message?.content === `For ${tenantId}.`)
      const tenantsHeard = stream.frames.map((frame) => frame._tenant_id).filter(Boolean)
      assert.deepEqual([...new Set(tenantsHeard)], [tenantId])
    }
  })
})

test.group('What should not depend on case', () => {
  test('does not: email addresses and what is searched', async ({ assert }) => {
    const world = await ChatWorld.create()
    const mark = randomUUID().slice(0, 8)
    const { visitor, conversation } = await world.chatting({
      name: 'José Mark',
      email: `Jane.${mark}@ACME.example`,
    })
    await savePerson(
      world.tenantId,
      personInput({
        emails: [{ address: `JANE.${mark}@acme.EXAMPLE`, type: 'work', isPrimary: true }],
      })
    )
    assert.equal((await world.chat.crm.suggestedPerson(visitor))?.name, 'Jane Doe')
    for (const q of [`jane.${mark}@acme.example`, `JANE.${mark.toUpperCase()}`, 'jose mark']) {
      const { conversations } = await world.chat.inbox.list(world.tenantId, {
        filter: 'all',
        agentId: null,
        limit: 5,
        q,
      })
      assert.deepEqual(
        conversations.map(({ id }) => id),
        [conversation.id],
        q
      )
    }
  })
})
