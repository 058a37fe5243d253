import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

test.group('Acting from the inbox', () => {
  test('resolve, reopen, close, archive and restore, each as the rules say', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation } = await world.chatting()
    const steps: [string, number, string, string][] = [
      ['resolve', 200, 'resolved', 'ended'],
      ['resolve', 409, 'resolved', 'ended'],
      ['close', 200, 'closed', 'ended'],
      ['resolve', 409, 'closed', 'ended'],
      ['reopen', 200, 'pending', 'open'],
      ['reopen', 409, 'pending', 'open'],
      ['archive', 200, 'pending', 'archived'],
      ['unarchive', 200, 'pending', 'open'],
    ]
    for (const [action, status, ...state] of steps) {
      const answer = await inbox.send(`/${conversation.externalId}/${action}`)
      answer.assertStatus(status)
      const stored = await world.stored(conversation)
      assert.deepEqual([stored.status, stored.folder], state, action)
    }
  })

  test('a form that the rules refuse comes back and says why', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const { conversation } = await world.chatting()
    await world.chat.conversations.resolve(conversation, await world.agent('Anna', user))
    const path = `/${conversation.externalId}/resolve?filter=resolved`
    const answer = await new InboxClient(client, user).submit(path)
    answer.assertStatus(302)
    assert.equal(answer.header('location'), `/chat/${conversation.externalId}?filter=resolved`)
    assert.include(answer.flashMessage('chatNotice'), 'already')
  })

  test('assign to oneself, to a teammate, and unassign', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const [user, mate] = [await world.user(), await world.user('employee', 'Bob Busy')]
    const inbox = new InboxClient(client, user)
    const { conversation } = await world.chatting()
    const assignee = async (userId: string | null) => {
      const answer = await inbox.send(`/${conversation.externalId}/assign`, { user_id: userId })
      answer.assertStatus(200)
      return (await world.stored(conversation)).agent?.userId ?? null
    }
    assert.equal(await assignee('me'), String(user.id))
    assert.equal(await assignee(String(mate.id)), String(mate.id))
    assert.isNull(await assignee(''))
    assert.equal((await world.stored(conversation)).status, 'pending')

    const form = await inbox.submit(`/${conversation.externalId}/assign`, { user_id: 'me' })
    form.assertStatus(302)
    assert.equal((await world.stored(conversation)).agent.userId, String(user.id))
  })

  test('who assigns reads of each teammate whether they are there, and of how many they have how many', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const [here, gone] = [
      await world.user('employee', 'Bob'),
      await world.user('employee', 'Carol'),
    ]
    const settings = { maxConcurrentChats: 4, departmentIds: [], widgetIds: [] }
    const bob = await world.chat.agents.roster.add(world.tenantId, String(here.id), settings)
    const { conversation } = await world.chatting()
    await world.chat.agents.presence.arrive(bob)
    await world.chat.conversations.assign(conversation, bob, bob)
    const page = (await inbox.page(`/${conversation.externalId}`)).text()
    const says = (id: number) =>
      page.match(new RegExp(`name="user_id" value="${id}" data-detail="([^"]*)"`))?.[1]
    assert.deepEqual([says(here.id), says(gone.id)], ['Online, 1/4', 'Offline'])
    assert.match(page, /Online\s+<span[^>]*>1\/4<\/span><span[^>]*>, 1 of 4 conversations/)
  })

  test('a user of another tenant cannot be assigned', async ({ client, assert }) => {
    const [world, elsewhere] = [await ChatWorld.create(), await ChatWorld.create()]
    const inbox = new InboxClient(client, await world.user())
    const stranger = await elsewhere.user()
    const { conversation } = await world.chatting()
    for (const userId of [String(stranger.id), '999999', 'x']) {
      const answer = await inbox.send(`/${conversation.externalId}/assign`, { user_id: userId })
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].code, 'E_CHAT_NOT_ASSIGNABLE')
    }
    assert.isNull((await world.stored(conversation)).agentId)
  })
})
