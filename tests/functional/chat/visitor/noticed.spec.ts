import { test } from '@japa/runner'
import Visitor from '#chat/models/visitor'
import { offeredContacts } from '#chat/services/visitors/noticed/contact_notices'
import { drainListeners } from '#chat/support/emit_after_commit'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld, type Guest } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

/** The visitor, when all that their message has caused is done. */
async function visitorAfter(world: ChatWorld, guest: Guest, content: string) {
  const { conversation } = await world.start(guest, content)
  await drainListeners(10_000)
  return { conversation, visitor: await Visitor.findOrFail(guest.visitor.id) }
}

const offered = (visitor: Visitor) => Object.fromEntries(offeredContacts(visitor))

const WORDS = 'My name is Jane Doe, write to jane@home.example or call +49 30 901820'
const CONTACTS = { name: 'Jane Doe', email: 'jane@home.example', phone: '+49 30 901820' }

test.group('Contact details that visitors write (V7)', () => {
  test('are offered to the agent, who saves one and dismisses another', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const guest = await world.guest()
    const { visitor, conversation } = await visitorAfter(world, guest, WORDS)
    assert.isNull(visitor.email)
    assert.deepEqual(offered(visitor), CONTACTS)

    const inbox = new InboxClient(client, await world.user())
    const context = async () =>
      (await inbox.ask(`/${conversation.externalId}/context`)).body().context
    assert.include(await context(), 'Save jane@home.example')
    await inbox.send(`/${conversation.externalId}/contact`, { email: CONTACTS.email })
    await inbox.send(`/${conversation.externalId}/noticed`, { field: 'phone' })
    await visitor.refresh()
    assert.equal(visitor.email, CONTACTS.email)
    assert.deepEqual(offered(visitor), { name: CONTACTS.name })
    assert.notInclude(await context(), 'Save jane@home.example')

    // What was dismissed is not offered again; another one is
    await visitorAfter(world, guest, 'Call +49 30 901820')
    assert.notProperty(offered(await visitor.refresh()), 'phone')
    await visitorAfter(world, guest, 'Or +49 30 901821')
    assert.equal(offered(await visitor.refresh()).phone, '+49 30 901821')
  })

  test('are saved where the widget says so, and overwrite nothing', async ({ assert }) => {
    const world = await ChatWorld.create({ mergeContacts: true })
    const guest = await world.guest({ email: 'known@home.example' })
    const { visitor } = await visitorAfter(world, guest, WORDS)
    assert.equal(visitor.name, CONTACTS.name)
    assert.equal(visitor.phone, CONTACTS.phone)
    assert.equal(visitor.email, 'known@home.example')
    assert.deepEqual(offered(visitor), { email: CONTACTS.email })
    assert.isNull(visitor.personId)
  })

  test('of a name are worth an offer only when they are fuller than the one that is known', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const jane = await world.guest({ name: 'Jane' })
    const fuller = await visitorAfter(world, jane, 'My name is Jane Doe')
    assert.deepEqual(offered(fuller.visitor), { name: 'Jane Doe' })
    const full = await world.guest({ name: 'Jane Doe' })
    for (const text of ['My name is Jane', 'My name is Bob']) {
      assert.deepEqual(offered((await visitorAfter(world, full, text)).visitor), {})
    }
    const known = await world.guest({ email: 'Jane@Home.example', phone: '030 901820' })
    const { visitor } = await visitorAfter(world, known, 'jane@home.example, +49 30 901820')
    assert.deepEqual(offered(visitor), {})
  })

  test('are read in visitors’ messages alone, and are the team’s affair', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await world.guest()
    const { conversation } = await visitorAfter(world, guest, 'Hello')
    await world.reply(conversation, await world.agent(), 'Write to shop@example.com')
    await drainListeners(10_000)
    const visitor = await Visitor.findOrFail(guest.visitor.id)
    assert.isNull(visitor.noticed)
    await visitorAfter(world, guest, WORDS)
    const { json, text } = await guest.browser.post('/session')
    assert.isNull(json.visitor.email)
    assert.notInclude(JSON.stringify(json.visitor) + Object.keys(json), 'noticed')
    assert.include(text, 'jane@home.example')
  })

  test('stand in the API and in what a visitor’s data is exported as, and go with them', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const guest = await world.guest()
    const { visitor } = await visitorAfter(world, guest, WORDS)
    const api = await ApiCaller.for(await world.user('owner'))
    const shown = await api.get(`/visitors/${visitor.id}`)
    assert.deepEqual(shown.json.data.noticed, CONTACTS)
    const record = await api.get(`/visitors/${visitor.id}/record`)
    assert.deepEqual(record.json.data.visitor.noticed, CONTACTS)
    await world.chat.erasure.begin(visitor, await world.agent())
    await visitor.refresh()
    assert.isNull(visitor.noticed)
  })
})
