import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Agent from '#chat/models/agent'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, dueFor } from '#tests/helpers/due_actions'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { request } from '#tests/helpers/widget_client'
import { InboxClient } from '#tests/helpers/inbox_client'

const ZONE = 'Pacific/Auckland'
const later = () => DateTime.utc().plus({ hours: 3 })

async function taken() {
  const world = await ChatWorld.create()
  const user = await world.user()
  const agent = await world.agent('Anna Agent', user)
  const chatting = await world.chatting()
  const conversation = await world.chat.conversations.assign(chatting.conversation, agent, agent)
  return { world, user, agent, ...chatting, conversation }
}

async function listed(
  { chat, tenantId }: ChatWorld,
  agent: Agent,
  filter: 'open' | 'mine' | 'snoozed'
) {
  const scope = { filter, agentId: agent.id, limit: 10 }
  const { conversations } = await chat.inbox.list(tenantId, scope)
  return conversations.map(({ id }) => id)
}

const chatsOf = async ({ id }: Agent) => (await Agent.findOrFail(id)).currentChatsCount

test.group('Snoozing a conversation', () => {
  test('takes it out of the open lists and off its agent, until its time has come', async ({
    assert,
  }) => {
    const { world, agent, conversation, browser } = await taken()
    const before = (await browser.thread(conversation.externalId)).json
    await world.chat.conversations.snoozes.snooze(conversation, later(), agent)
    assert.deepEqual(await listed(world, agent, 'open'), [])
    assert.deepEqual(await listed(world, agent, 'mine'), [])
    assert.deepEqual(await listed(world, agent, 'snoozed'), [conversation.id])
    assert.equal(await chatsOf(agent), 0)
    assert.deepEqual((await browser.thread(conversation.externalId)).json, before)

    await after(world, { hours: 2 })
    assert.deepEqual(await listed(world, agent, 'open'), [])
    await after(world, { hours: 4 })
    assert.deepEqual(await listed(world, agent, 'mine'), [conversation.id])
    assert.deepEqual(await listed(world, agent, 'snoozed'), [])
    assert.equal(await chatsOf(agent), 1)
    assert.deepEqual((await browser.thread(conversation.externalId)).json, before)
    assert.lengthOf(await dueFor(conversation), 0)
  })

  test('ends when the visitor writes', async ({ assert }) => {
    const { world, agent, conversation, browser } = await taken()
    await world.chat.conversations.snoozes.snooze(conversation, later(), agent)
    await browser.say(conversation.externalId, 'Are you there?')
    assert.deepEqual(await listed(world, agent, 'open'), [conversation.id])
    assert.isNull((await world.stored(conversation)).snoozedUntil)
    await after(world, { hours: 4 })
    const { lastSeq } = await world.stored(conversation)
    await after(world, { hours: 5 })
    assert.equal((await world.stored(conversation)).lastSeq, lastSeq)
  })

  test('ends with the conversation, and is refused for one that has ended', async ({ assert }) => {
    const { world, agent, conversation } = await taken()
    await world.chat.conversations.snoozes.snooze(conversation, later(), agent)
    const ended = await world.chat.conversations.resolve(conversation, agent)
    assert.isNull(ended.snoozedUntil)
    assert.equal(ended.folder, 'ended')
    await assert.rejects(
      () => world.chat.conversations.snoozes.snooze(conversation, later(), agent),
      /open/
    )
    await after(world, { hours: 4 })
    assert.equal((await world.stored(conversation)).status, 'resolved')
  })

  test('goes back to the queue with its agent’s other chats, and wakes unassigned', async ({
    assert,
  }) => {
    const { world, agent, conversation } = await taken()
    const other = await world.chatting()
    await world.chat.conversations.assign(other.conversation, agent, agent)
    await world.chat.conversations.snoozes.snooze(conversation, later(), agent)
    assert.equal(await world.chat.routing.requeue.allOf(agent, 'Anna Agent has left'), 2)
    assert.equal(await chatsOf(agent), 0)
    const aside = await world.stored(conversation)
    assert.deepInclude(aside.serialize(), { agentId: null, folder: 'snoozed', queuedAt: null })
    await after(world, { hours: 4 })
    const back = await world.stored(conversation)
    assert.equal(back.folder, 'open')
    assert.isNull(back.agentId)
    assert.isNotNull(back.queuedAt)
    assert.equal(await chatsOf(agent), 0)
  })

  test('takes presets and local times on the agent’s own clock', async ({ assert }) => {
    const { world, user, conversation } = await taken()
    const anna = await AgentBrowser.logIn(user)
    const cookies = { Cookie: `${anna.headers.Cookie}; chat_tz=${ZONE}` }
    const snooze = (until: string) =>
      request(`${anna.server}/chat/${conversation.externalId}/snooze`, {
        method: 'POST',
        headers: {
          ...anna.headers,
          ...cookies,
          'Accept': 'application/json',
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ until }),
      })
    const storedAt = async () =>
      (await world.stored(conversation)).snoozedUntil!.setZone(ZONE).toFormat("yyyy-MM-dd'T'HH:mm")
    const tomorrow = DateTime.now().setZone(ZONE).plus({ days: 1 })

    const preset = await snooze('tomorrow')
    assert.equal(preset.status, 200)
    assert.equal(await storedAt(), tomorrow.toFormat("yyyy-MM-dd'T'09:00"))
    const local = tomorrow.toFormat("yyyy-MM-dd'T'17:30")
    await snooze(local)
    assert.equal(await storedAt(), local)
    assert.lengthOf(await dueFor(conversation), 1)
    for (const wrong of ['', 'yesterday', '2020-01-01T10:00', '2999-01-01T10:00', '__proto__']) {
      const refused = await snooze(wrong)
      assert.equal(refused.status, 422, wrong)
    }
  })

  test('is said in the head and in the thread, and can be ended', async ({ client, assert }) => {
    const { world, user, agent, conversation } = await taken()
    const inbox = new InboxClient(client, user)
    const until = later()
    await world.chat.conversations.snoozes.snooze(conversation, until, agent)
    const { head } = (await inbox.ask(`/${conversation.externalId}/context`)).body()
    assert.include(head, 'Snoozed')
    assert.include(head, 'data-act="wake"')
    const { html } = (await inbox.ask(`/${conversation.externalId}/messages`)).body()
    assert.include(
      html,
      `Anna Agent snoozed this conversation until ${until.toFormat('d LLL yyyy, HH:mm')}`
    )
    const woken = await inbox.send(`/${conversation.externalId}/wake`)
    woken.assertStatus(200)
    assert.deepEqual(await listed(world, agent, 'open'), [conversation.id])
  })
})
