import { test } from '@japa/runner'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import type { Guest } from '#tests/helpers/chat_world'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

async function scene(claims = {}) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  await world.agent('Anna Agent', user)
  return { world, user, ...(await world.chatting(claims)) }
}

const contactOf = async ({ visitor }: Pick<Guest, 'visitor'>) => {
  const { name, email, phone } = await Visitor.findOrFail(visitor.id)
  return { name, email, phone }
}

test.group("A visitor's contact, entered by an agent", () => {
  test('is kept as said by the agent, shown to teammates live, and noted in the thread for agents alone', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, user, conversation, browser, visitor } = await scene({ name: 'Jane' })
    const mate = await (await AgentBrowser.logIn(await world.user())).stream()
    cleanup(() => mate.close())
    await mate.frame('chat.ready')
    const inbox = new InboxClient(client, user)
    const answer = await inbox.send(`/${conversation.externalId}/contact`, {
      name: 'Jane Doe',
      email: 'jane@doe.example',
      phone: '',
    })
    answer.assertStatus(200)
    assert.deepEqual(await contactOf({ visitor }), {
      name: 'Jane Doe',
      email: 'jane@doe.example',
      phone: null,
    })
    const page = (await inbox.page(`/${conversation.externalId}`)).text()
    assert.lengthOf(page.match(/added by Anna Agent/g)!, 2)
    assert.notInclude(page, 'Unverified')
    await mate.frame((frame) => frame.visitor?.uuid === visitor.externalId)

    const line = 'Anna Agent entered name Jane Doe, email jane@doe.example'
    const last = await Message.query().where('conversation_id', conversation.id).orderBy('seq')
    assert.deepEqual([last.at(-1)!.content, last.at(-1)!.visibility], [line, 'internal'])
    const answers = [
      (await browser.start('Me again')).text,
      (await browser.thread(conversation.externalId)).text,
      (await browser.post('/session')).text,
      (await browser.post('/identify', {})).text,
    ]
    for (const text of answers) {
      assert.notInclude(text, 'doe.example')
      assert.notInclude(text, 'Doe')
    }
    const { json } = await browser.post('/session')
    assert.deepEqual(json.visitor, { name: 'Jane', email: null, phone: null, has_email: true })
  })

  test("stays until the visitor says something new, and can be given back to the visitor's word", async ({
    client,
    assert,
  }) => {
    const guest = await scene({ name: 'Jane', email: 'jane@typo.example' })
    const { user, conversation, browser } = guest
    const inbox = new InboxClient(client, user)
    const enter = (body: object) => inbox.send(`/${conversation.externalId}/contact`, { ...body })
    await enter({ email: 'jane@right.example' })
    await browser.post('/identify', { email: 'jane@typo.example' })
    await browser.start('Hello again', undefined, { email: 'jane@typo.example' })
    assert.equal((await contactOf(guest)).email, 'jane@right.example')
    await enter({ email: 'jane@typo.example' })
    const page = (await inbox.page(`/${conversation.externalId}`)).text()
    assert.include(page, 'Unverified')
    await enter({ email: 'jane@right.example' })
    await browser.post('/identify', { email: 'jane@new.example' })
    assert.equal((await contactOf(guest)).email, 'jane@new.example')
    assert.notInclude((await inbox.page(`/${conversation.externalId}`)).text(), 'added by')
  })

  test('saves the contact, and changes nothing about a person who is linked', async ({
    client,
    assert,
  }) => {
    const { world, user, conversation } = await scene()
    const inbox = new InboxClient(client, user)
    const path = `/${conversation.externalId}`
    assert.notInclude((await inbox.page(path)).text(), `${path}/promote`)
    await inbox.send(`${path}/contact`, { email: 'new@lead.example', name: 'Nora' })
    assert.include((await inbox.page(path)).text(), `${path}/promote`)
    const promoted = await inbox.send(`${path}/promote`)
    const { id } = promoted.body().person
    await inbox.send(`${path}/contact`, { name: 'Nora Other', email: 'other@lead.example' })
    const person = await world.chat.host.findPerson(world.tenantId, String(id))
    assert.equal(person!.name, 'Nora')
    const found = await world.chat.host.findPersonByEmail(world.tenantId, 'other@lead.example')
    assert.isNull(found)
  })

  test('is refused when it is none, and is the same through the API', async ({
    client,
    assert,
  }) => {
    const guest = await scene({ name: 'Jane' })
    const { user, conversation } = guest
    const inbox = new InboxClient(client, user)
    const wrong = [
      { email: 'no address' },
      { phone: 'call me' },
      { name: 'x'.repeat(121) },
      { email: ['a@b.example'] },
    ]
    for (const body of wrong) {
      const answer = await inbox.send(`/${conversation.externalId}/contact`, body)
      answer.assertStatus(422)
    }
    const caller = await ApiCaller.for(user)
    const path = `/conversations/${conversation.externalId}/contact`
    assert.equal((await caller.put(path, { email: 'no address' })).status, 422)
    const { status, json } = await caller.put(path, { email: 'a@b.example', name: null })
    assert.equal(status, 200)
    assert.deepInclude(json.data.visitor, {
      name: null,
      email: 'a@b.example',
      contact_entered_by: { name: 'Anna Agent', email: 'Anna Agent' },
    })
    assert.deepEqual(await contactOf(guest), { name: null, email: 'a@b.example', phone: null })
    const before = await Message.query().where('conversation_id', conversation.id)
    await caller.put(path, { email: 'a@b.example' })
    const after = await Message.query().where('conversation_id', conversation.id)
    assert.equal(after.length, before.length)
  })
})
