import { test } from '@japa/runner'
import type Conversation from '#chat/models/conversation'
import KeptMail from '#chat/models/kept_mail'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, dueFor, withoutDueWorker } from '#tests/helpers/due_actions'

const DAY = { hours: 25 }
const BOTH = { followUpAfterHours: 24, resolveAfterHours: 48 }

/** A visitor with an agent's answer. */
async function answered(world: ChatWorld) {
  const guest = await world.chatting({ name: 'Vera', email: 'vera@example.com' })
  const agent = await world.agent('Anna Agent')
  await world.reply(guest.conversation, agent, 'Which size?')
  return { ...guest, agent }
}

async function textsOf({ chat }: ChatWorld, conversation: Conversation) {
  const request = { limit: 50, visibility: 'all' } as const
  const { messages } = await chat.inbox.thread(conversation, request)
  return messages.filter(({ type }) => type === 'text').map(({ content }) => content)
}

test.group('Follow-ups (N5)', (group) => {
  group.setup(withoutDueWorker)

  test('are off by default', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await answered(world)
    assert.isEmpty(await dueFor(conversation))
    await after(world, { days: 60 })
    assert.equal((await world.stored(conversation)).status, 'waiting')
    assert.lengthOf(await textsOf(world, conversation), 2)
  })

  test('a visitor who does not answer gets one, in their language and by email, and is resolved later', async ({
    assert,
  }) => {
    const world = await ChatWorld.create({
      ...BOTH,
      followUpText: 'Anything else?',
      translations: { de: { follow_up_text: 'Noch Fragen?' } },
    })
    const { conversation, browser, visitor } = await answered(world)
    await Visitor.query().where('id', visitor.id).update({ locale: 'de' })
    await after(world, { hours: 23 })
    assert.lengthOf(await textsOf(world, conversation), 2)

    await after(world, DAY)
    await after(world, DAY)
    assert.deepEqual(await textsOf(world, conversation), ['Hello', 'Which size?', 'Noch Fragen?'])
    const { json } = await browser.get(`/conversations/${conversation.externalId}/messages`)
    const shown = json.messages.at(-1)
    assert.deepEqual([shown.sender_type, shown.content], ['bot', 'Noch Fragen?'])
    assert.isNull(shown.metadata)
    const { status, visitorUnreadCount } = await world.stored(conversation)
    assert.deepEqual([status, visitorUnreadCount], ['waiting', 2])
    const mails = await KeptMail.query().where('tenant_id', world.tenantId).orderBy('id')
    assert.include(mails.at(-1)!.text, 'Noch Fragen?')

    await after(world, { hours: 47 })
    assert.equal((await world.stored(conversation)).status, 'waiting')
    await after(world, { hours: 49 })
    assert.equal((await world.stored(conversation)).status, 'resolved')
    assert.isEmpty(await dueFor(conversation))
    const { json: page } = await browser.get(`/conversations/${conversation.externalId}/messages`)
    assert.equal(page.messages.at(-1).metadata.event, 'resolved')
  })

  test('say the chat’s own words where the widget has none', async ({ assert }) => {
    const world = await ChatWorld.create({ followUpAfterHours: 24 })
    const { conversation } = await answered(world)
    await after(world, DAY)
    assert.include((await textsOf(world, conversation)).at(-1)!, 'Are you still there?')
    await after(world, { days: 60 })
    assert.equal((await world.stored(conversation)).status, 'waiting')
  })

  test('without one, the hours until resolving begin with the last reply', async ({ assert }) => {
    const world = await ChatWorld.create({ resolveAfterHours: 24 })
    const { conversation } = await answered(world)
    await after(world, { hours: 23 })
    assert.equal((await world.stored(conversation)).status, 'waiting')
    await after(world, DAY)
    assert.equal((await world.stored(conversation)).status, 'resolved')
    assert.lengthOf(await textsOf(world, conversation), 2)
  })

  test('an answer begins the wait anew, and so does a reply', async ({ assert }) => {
    const world = await ChatWorld.create(BOTH)
    const { conversation, browser, agent } = await answered(world)
    await browser.say(conversation.externalId, 'Medium')
    await after(world, { days: 9 })
    assert.lengthOf(await textsOf(world, conversation), 3)
    await world.reply(conversation, agent, 'In red?')
    await after(world, { days: 10 })
    assert.lengthOf(await textsOf(world, conversation), 5)
  })

  test('none is sent when the conversation was resolved, and one when an agent opened it again', async ({
    assert,
  }) => {
    const world = await ChatWorld.create(BOTH)
    const { conversation, agent } = await answered(world)
    await world.chat.conversations.resolve(await world.stored(conversation), agent)
    await after(world, DAY)
    assert.lengthOf(await textsOf(world, conversation), 2)
    await world.chat.conversations.reopen(await world.stored(conversation), agent)
    await world.reply(conversation, agent, 'Still there?')
    await after(world, DAY)
    assert.lengthOf(await textsOf(world, conversation), 4)
  })

  test('agents see what is due and cancel it', async ({ assert, client }) => {
    const world = await ChatWorld.create(BOTH)
    const { conversation } = await answered(world)
    const user = await world.user('employee', 'Bob Agent')
    const path = `/chat/${conversation.externalId}`
    const before = await client.get(path).loginAs(user)
    assert.include(before.text(), 'Follow-up goes out')
    const cancelled = await client.post(`${path}/follow-up/cancel`).withCsrfToken().loginAs(user)
    cancelled.assertStatus(200)
    const page = cancelled.text()
    assert.include(page, 'Bob Agent cancelled the follow-up')
    assert.notInclude(page, 'Follow-up goes out')
    await after(world, { days: 60 })
    assert.lengthOf(await textsOf(world, conversation), 2)
    assert.equal((await world.stored(conversation)).status, 'waiting')
  })

  test('other tenants’ conversations are not there to be cancelled', async ({ client }) => {
    const world = await ChatWorld.create(BOTH)
    const { conversation } = await answered(world)
    const stranger = await (await ChatWorld.create()).user('admin')
    const path = `/chat/${conversation.externalId}/follow-up/cancel`
    ;(await client.post(path).withCsrfToken().loginAs(stranger)).assertStatus(404)
  })

  test('a widget that turns them on follows up what is under way, not what has long been silent', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const recent = await answered(world)
    const old = await answered(world)
    await world.chat.inbox.conversation(world.tenantId, old.conversation.externalId)
    const { default: Model } = await import('#chat/models/conversation')
    const longAgo = '2020-01-01 00:00:00.000'
    await Model.query().where('id', old.conversation.id).update({ last_message_at: longAgo })
    await world.chat.widgets.update(world.widget, { followUpAfterHours: 24 }, null)
    await after(world, { seconds: 1 })
    await after(world, DAY)
    assert.lengthOf(await textsOf(world, recent.conversation), 3)
    assert.lengthOf(await textsOf(world, old.conversation), 2)

    await world.chat.widgets.update(world.widget, { followUpAfterHours: null }, null)
    await after(world, { days: 60 })
    assert.lengthOf(await textsOf(world, recent.conversation), 3)
  })
})
