import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, dueFor } from '#tests/helpers/due_actions'
import { InboxClient } from '#tests/helpers/inbox_client'

/** The seconds in which the inbox's actions can be undone, as they are outside of tests; nothing runs by itself. */
async function undoing(cleanup: (end: () => void) => void) {
  const world = await ChatWorld.create()
  world.chat.config.undoSeconds = 60
  cleanup(() => (world.chat.config.undoSeconds = 0))
  const user = await world.user()
  return { world, user, agent: await world.agent('Anna Agent', user), ...(await world.chatting()) }
}

const linesOf = async (world: ChatWorld, at: Parameters<ChatWorld['stored']>[0]) => {
  const page = await world.chat.inbox.thread(at, { limit: 50, visibility: 'all' })
  return page.messages.map(({ content }) => content)
}

test.group('Undoing actions of the inbox', () => {
  test('the visitor hears of it when the time to undo is over', async ({
    client,
    assert,
    cleanup,
  }) => {
    for (const [action, status, folder] of [
      ['resolve', 'resolved', 'ended'],
      ['close', 'closed', 'ended'],
      ['archive', 'pending', 'archived'],
    ]) {
      const { world, user, conversation, browser } = await undoing(cleanup)
      const before = (await browser.thread(conversation.externalId)).json
      const answer = await new InboxClient(client, user).send(
        `/${conversation.externalId}/${action}`
      )
      answer.assertStatus(200)
      assert.deepEqual(answer.body().undo.ids, [conversation.externalId])
      assert.deepEqual((await browser.thread(conversation.externalId)).json, before)
      await after(world, { seconds: 50 })
      assert.equal((await world.stored(conversation)).folder, 'open', action)

      await after(world, { seconds: 61 })
      const stored = await world.stored(conversation)
      assert.deepEqual([stored.status, stored.folder], [status, folder])
      assert.isNull(stored.pendingAction)
      assert.lengthOf(await dueFor(conversation), 0)
    }
  })

  test('an undone action never runs, and cannot be undone twice', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, user, conversation, browser } = await undoing(cleanup)
    const inbox = new InboxClient(client, user)
    const before = (await browser.thread(conversation.externalId)).json
    await inbox.send(`/${conversation.externalId}/resolve`)
    const page = (await inbox.ask(`/${conversation.externalId}/context`)).body()
    assert.include(page.head, 'Resolving…')
    assert.include(page.head, 'data-act="undo"')
    const undone = await inbox.send(`/${conversation.externalId}/undo`)
    undone.assertStatus(200)
    await after(world, { seconds: 61 })
    assert.equal((await world.stored(conversation)).status, 'pending')
    assert.deepEqual((await browser.thread(conversation.externalId)).json, before)
    const late = await inbox.send(`/${conversation.externalId}/undo`)
    late.assertStatus(409)
    assert.equal(late.body().errors[0].code, 'E_CHAT_TOO_LATE_TO_UNDO')
  })

  test('a visitor who writes meanwhile keeps the conversation open, and the team reads why', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, user, conversation, browser } = await undoing(cleanup)
    await new InboxClient(client, user).send(`/${conversation.externalId}/resolve`)
    await browser.say(conversation.externalId, 'One more thing')
    await after(world, { seconds: 61 })
    const stored = await world.stored(conversation)
    assert.equal(stored.status, 'pending')
    assert.include(await linesOf(world, stored), 'Not resolved because the visitor wrote')
    const { messages } = (await browser.thread(conversation.externalId)).json
    assert.notInclude(JSON.stringify(messages), 'Not resolved')
  })

  test('a teammate who replies meanwhile keeps it open; the one who resolved it may say goodbye', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, user, agent, conversation } = await undoing(cleanup)
    const [inbox, mate] = [new InboxClient(client, user), await world.agent('Bob Busy')]
    await inbox.send(`/${conversation.externalId}/resolve`)
    await world.reply(conversation, mate)
    await after(world, { seconds: 61 })
    assert.equal((await world.stored(conversation)).status, 'waiting')

    await inbox.send(`/${conversation.externalId}/resolve`)
    await world.reply(conversation, agent, 'Bye!')
    await after(world, { seconds: 61 })
    assert.equal((await world.stored(conversation)).status, 'resolved')
  })

  test('what is about to be done has left the lists, the tabs and the badge, and is back when it is undone', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, user, conversation, browser } = await undoing(cleanup)
    const inbox = new InboxClient(client, user)
    const other = (await world.chatting()).conversation
    const { externalId: id } = conversation
    const seen = async () => {
      const list = (await inbox.ask('/list?filter=open')).body()
      const rows = (await inbox.ask(`/rows?filter=open&ids=${id},${other.externalId}`)).body()
      const { conversations } = (await inbox.ask('/unread')).body()
      return {
        listed: [id, other.externalId].filter((each) => list.html.includes(`data-row="${each}"`)),
        gone: rows.gone,
        counts: rows.counts,
        unread: [...conversations].sort(),
      }
    }
    const both = await seen()
    assert.deepEqual(both.listed, [id, other.externalId])
    assert.deepEqual(both.counts, { open: '2', mine: '', unassigned: '2' })
    for (const action of ['resolve', 'close', 'archive']) {
      await inbox.send(`/${id}/${action}`)
      assert.deepEqual(await seen(), {
        listed: [other.externalId],
        gone: [id],
        counts: { open: '1', mine: '', unassigned: '1' },
        unread: [other.externalId],
      })
      const all = (await inbox.ask('/list?filter=all')).body().html
      assert.include(all, `data-row="${id}"`)
      const { conversations } = await world.chat.inbox.list(world.tenantId, {
        filter: 'open',
        agentId: null,
        limit: 9,
      })
      assert.lengthOf(conversations, 2)
      await inbox.send(`/${id}/undo`)
      assert.deepEqual(await seen(), both)
    }
    await inbox.send('/bulk/resolve', { ids: [id] })
    assert.deepEqual((await seen()).listed, [other.externalId])
    await browser.say(id, 'One more thing')
    assert.sameMembers((await seen()).listed, both.listed)
  })

  test('an illegal action is refused when it is requested', async ({ client, assert, cleanup }) => {
    const { world, user, agent, conversation } = await undoing(cleanup)
    await world.chat.conversations.resolve(conversation, agent)
    const answer = await new InboxClient(client, user).send(`/${conversation.externalId}/resolve`)
    answer.assertStatus(409)
    assert.lengthOf(await dueFor(conversation), 0)
  })

  test('many are undone as one, and the summary says what happened', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, user, conversation } = await undoing(cleanup)
    const inbox = new InboxClient(client, user)
    const more = [(await world.chatting()).conversation, (await world.chatting()).conversation]
    const all = [conversation, ...more]
    const ids = all.map(({ externalId }) => externalId)
    const answer = await inbox.send('/bulk/resolve', { ids })
    assert.equal(answer.body().summary, '3 conversations resolved')
    assert.sameMembers(answer.body().undo.ids, ids)
    const undone = await inbox.send('/bulk/undo', { ids })
    assert.equal(undone.body().summary, 'Undone for 3 conversations')
    await after(world, { seconds: 61 })
    for (const each of all) assert.equal((await world.stored(each)).status, 'pending')
  })

  test('the service does immediately what it is asked for', async ({ assert, cleanup }) => {
    const { world, agent, conversation } = await undoing(cleanup)
    await world.chat.conversations.resolve(conversation, agent)
    assert.equal((await world.stored(conversation)).status, 'resolved')
  })
})
