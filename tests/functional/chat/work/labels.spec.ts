import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { withOnly } from '#tests/helpers/with_only'

async function scene(role: 'employee' | 'manager' = 'employee') {
  const world = await ChatWorld.create()
  const user = await world.user(role)
  const chat = await world.chatting({ name: 'Jane' })
  const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
  return { world, user, label, ...chat }
}

const linesOf = async (world: ChatWorld, conversation: Parameters<ChatWorld['stored']>[0]) => {
  const { messages } = await world.chat.inbox.thread(conversation, { limit: 50, visibility: 'all' })
  return messages.filter(({ type }) => type === 'event').map(({ content }) => content)
}

test.group('Labels of a conversation', () => {
  test('come and go while messages arrive, and neither holds up the other', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent('Anna')
    const names = ['Bug', 'Refund', 'VIP']
    const labels = await Promise.all(
      names.map((name) => world.chat.labels.named(world.tenantId, name))
    )
    const chats = await Promise.all(Array.from({ length: 12 }, () => world.chatting()))
    for (const wanted of [labels, [], labels, [], labels]) {
      await Promise.all(
        chats.flatMap(({ conversation }) => [
          world.chat.conversations.triage.setLabels(conversation, wanted, agent),
          world.chat.messages.agent.post(conversation, agent, {
            content: 'Hello',
            clientMessageId: randomUUID(),
          }),
        ])
      )
    }
    for (const { conversation } of chats) {
      const carried = await world.chat.conversations.triage.labelsOf(conversation)
      assert.deepEqual(
        carried.map(({ name }) => name),
        names
      )
    }
  })

  test('are added and removed once each, with a line in the thread', async ({ client, assert }) => {
    const { world, user, label, conversation } = await scene()
    const inbox = new InboxClient(client, user)
    const path = `/${conversation.externalId}/labels`
    for (let n = 0; n < 2; n += 1) {
      const added = await inbox.send(path, { label: label.externalId })
      added.assertStatus(200)
    }
    const { context } = (await inbox.ask(`/${conversation.externalId}/context`)).body()
    assert.include(context, 'Remove label Bug')
    for (let n = 0; n < 2; n += 1) {
      const removed = await inbox.send(`${path}/remove`, { label: label.externalId })
      removed.assertStatus(200)
    }
    assert.deepEqual(await linesOf(world, conversation), [
      `${user.fullName} added the label Bug`,
      `${user.fullName} removed the label Bug`,
    ])
    assert.lengthOf(await world.chat.conversations.triage.labelsOf(conversation), 0)
  })

  test('as plain forms they come back to the conversation', async ({ client, assert }) => {
    const { world, user, label, conversation } = await scene()
    const form = await new InboxClient(client, user).submit(
      `/${conversation.externalId}/labels?filter=mine&priority=high`,
      { label: label.externalId }
    )
    form.assertStatus(302)
    const location = `/chat/${conversation.externalId}?filter=mine&priority=high`
    assert.equal(form.header('location'), location)
    assert.lengthOf(await world.chat.conversations.triage.labelsOf(conversation), 1)
  })

  test('managers alone make a label by a new name, all agents use a known one', async ({
    client,
    assert,
  }) => {
    const { world, user, conversation } = await scene()
    const path = `/${conversation.externalId}/labels`
    const refused = await new InboxClient(client, user).send(path, { name: 'Brand new' })
    refused.assertStatus(403)
    const known = await new InboxClient(client, user).send(path, { name: ' bUG ' })
    known.assertStatus(200)

    const manager = new InboxClient(client, await world.user('manager'))
    for (const name of ['Brand  new', 'BRAND NEW']) {
      const made = await manager.send(path, { name })
      made.assertStatus(200)
    }
    const labels = await world.chat.labels.list(world.tenantId)
    assert.sameMembers(
      labels.map(({ name }) => name),
      ['Bug', 'Brand new']
    )
    assert.lengthOf(await world.chat.conversations.triage.labelsOf(conversation), 2)
  })

  test('a label of another tenant, or none, is not found', async ({ client, assert }) => {
    const { world, user, conversation } = await scene()
    const theirs = await scene()
    const inbox = new InboxClient(client, user)
    for (const label of [theirs.label.externalId, randomUUID()]) {
      for (const path of ['labels', 'labels/remove']) {
        const answer = await inbox.send(`/${conversation.externalId}/${path}`, { label })
        answer.assertStatus(404)
      }
    }
    const agent = await world.agent()
    await assert.rejects(
      () => world.chat.conversations.triage.addLabel(conversation, theirs.label, agent),
      /not found/
    )
    assert.lengthOf(await world.chat.conversations.triage.labelsOf(conversation), 0)
  })

  test('there are ten at most', async ({ client, assert }) => {
    const { world, user, conversation } = await scene('manager')
    const inbox = new InboxClient(client, user)
    const path = `/${conversation.externalId}/labels`
    for (let n = 0; n < 10; n += 1) await inbox.send(path, { name: `Label ${n}` })
    const more = await inbox.send(path, { name: 'One more' })
    more.assertStatus(422)
    assert.equal(more.body().errors[0].code, 'E_CHAT_TOO_MANY_LABELS')
    assert.lengthOf(await world.chat.conversations.triage.labelsOf(conversation), 10)
  })

  test('never reach the visitor, nor does the priority', async ({ client, assert }) => {
    const { world, user, conversation, browser } = await scene('manager')
    const inbox = new InboxClient(client, user)
    await inbox.send(`/${conversation.externalId}/labels`, { name: 'Troublemaker' })
    await inbox.send(`/${conversation.externalId}/priority`, { priority: 'urgent' })
    await world.reply(conversation, await world.agent(), 'Hi')
    for (const path of [`/conversations/${conversation.externalId}/messages`, '/config']) {
      const { text } = await browser.get(path)
      assert.notMatch(text, /Troublemaker|urgent|label/i)
    }
    const { text } = await browser.post('/session')
    assert.notMatch(text, /Troublemaker|urgent|label/i)
  })

  test('are shown to those who may only look, without a way to change them', async ({
    client,
    assert,
  }) => {
    const { world, user, label, conversation } = await scene()
    await world.chat.conversations.triage.addLabel(conversation, label, await world.agent())
    await withOnly(world, user, ['view chat'], async () => {
      const page = await new InboxClient(client, user).page(`/${conversation.externalId}`)
      assert.include(page.text(), '>Bug<')
      assert.notInclude(page.text(), 'Remove label')
      assert.notInclude(page.text(), 'Add label')
      assert.notInclude(page.text(), 'chat-row__check')
      assert.notInclude(page.text(), 'data-bulk')
    })
  })
})

test.group('Priority', () => {
  test('is set with a line in the thread, and shown in head and row', async ({
    client,
    assert,
  }) => {
    const { world, user, conversation } = await scene()
    const inbox = new InboxClient(client, user)
    const path = `/${conversation.externalId}/priority`
    for (let n = 0; n < 2; n += 1) (await inbox.send(path, { priority: 'high' })).assertStatus(200)
    assert.equal((await world.stored(conversation)).priority, 'high')
    assert.deepEqual(await linesOf(world, conversation), [
      `${user.fullName} set the priority to high`,
    ])
    const page = await inbox.page(`/${conversation.externalId}`)
    assert.include(page.text(), 'chat-badge--high')
    const form = await inbox.submit(path, { priority: 'low' })
    form.assertStatus(302)
    assert.equal((await world.stored(conversation)).priority, 'low')
  })
})
