import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

test.group('Fragments that keep a page in step', () => {
  test('rows: those that belong under the filter, and the ids that do not', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const me = await world.agent('Anna', user)
    const { conversation: open } = await world.chatting({ name: 'Open' })
    const { conversation: done } = await world.chatting({ name: 'Done' })
    await world.chat.conversations.resolve(done, me)
    const inbox = new InboxClient(client, user)
    const unknown = randomUUID()

    const ids = [open.externalId, done.externalId, unknown].join(',')
    const answer = await inbox.ask(`/rows?filter=open&ids=${ids}&current=${open.externalId}`)
    answer.assertStatus(200)
    assert.match(answer.body().html, new RegExp(`data-row="${open.externalId}"[^]*aria-current`))
    assert.notInclude(answer.body().html, done.externalId)
    assert.sameMembers(answer.body().gone, [done.externalId, unknown])
    assert.deepEqual(answer.body().counts, { open: '1', mine: '', unassigned: '1' })
    assert.include(answer.header('cache-control'), 'no-store')
  })

  test('messages after a place come once, in order, and say whether there are more', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const me = await world.agent('Anna', user)
    const { conversation } = await world.chatting()
    for (let n = 0; n < 130; n += 1) await world.reply(conversation, me, `Reply ${n}`)
    const inbox = new InboxClient(client, user)

    const seqs: number[] = []
    let after = 0
    let hasMore = true
    while (hasMore) {
      const answer = await inbox.ask(`/${conversation.externalId}/messages?after=${after}`)
      seqs.push(...seqsIn(answer.body().html))
      after = answer.body().last_seq
      hasMore = answer.body().has_more
    }
    const { lastSeq } = await world.stored(conversation)
    assert.deepEqual(
      seqs,
      Array.from({ length: lastSeq }, (_, index) => index + 1)
    )
    const end = await inbox.ask(`/${conversation.externalId}/messages?after=${lastSeq}`)
    assert.deepEqual(seqsIn(end.body().html), [])

    const older = await inbox.ask(`/${conversation.externalId}/messages?before=20`)
    assert.deepEqual(seqsIn(older.body().html), seqs.slice(0, 19))
    assert.isFalse(older.body().has_more)
  })

  test('messages of one sender are grouped, until another sender or a note comes between', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const me = await world.agent('Anna', user)
    const { conversation } = await world.chatting()
    const { message: first } = await world.reply(conversation, me, 'One')
    const { message: second } = await world.reply(conversation, me, 'Two')
    const { message: note } = await world.reply(conversation, me, 'Three', true)

    const { html } = (
      await new InboxClient(client, user).ask(`/${conversation.externalId}/messages`)
    ).body()
    const isContinued = (seq: number) =>
      new RegExp(`data-seq="${seq}"[^>]*data-continued`).test(html)
    assert.deepEqual(
      [first, second, note].map(({ seq }) => isContinued(seq)),
      [false, true, false]
    )
  })

  test('the pane brings thread and visitor, the context all but the thread', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { visitor, conversation } = await world.chatting({ name: 'Jane', phone: '+49 30 1234' })
    await world.chat.visitors.recordPageView(visitor, {
      url: 'https://a.example/x',
      title: 'X page',
    })

    const pane = (await inbox.ask(`/${conversation.externalId}/pane?filter=mine`)).body()
    assert.include(pane.html, `data-title="${conversation.displayNumber} · Jane"`)
    assert.include(pane.html, 'Hello')
    assert.include(pane.html, '?filter=mine')
    assert.include(pane.context, '+49 30 1234')
    assert.match(pane.context, /<a [^>]*href="https:\/\/a\.example\/x"[^>]*><span[^>]*>X page/)

    const context = (await inbox.ask(`/${conversation.externalId}/context`)).body()
    assert.isFalse(context.ended)
    assert.include(context.head, 'data-status="pending"')
    assert.notInclude(context.head + context.composer + context.context, 'chat-message')
  })

  test('an ended conversation takes no reply, but offers to be reopened', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const { conversation } = await world.chatting()
    await world.chat.conversations.resolve(conversation, await world.agent('Anna', user))
    const { ended, composer } = (
      await new InboxClient(client, user).ask(`/${conversation.externalId}/context`)
    ).body()
    assert.isTrue(ended)
    assert.include(composer, 'Reopen to reply')
    assert.notMatch(composer, /name="internal" value="0"/)
  })

  test('the badge counts what concerns the agent: their own and unassigned conversations', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const me = await world.agent('Anna', user)
    const bob = await world.agent('Bob')
    const { conversation: waiting } = await world.chatting()
    const { conversation: mine } = await world.chatting()
    await world.chat.conversations.assign(mine, me, me)
    const { conversation: his } = await world.chatting()
    await world.chat.conversations.assign(his, bob, bob)
    const inbox = new InboxClient(client, user)
    const { conversations, ...counted } = (await inbox.ask('/unread')).body()
    assert.deepEqual(counted, { unread: 2, is_capped: false, agent_id: me.id })
    assert.sameMembers(conversations, [waiting.externalId, mine.externalId])

    const { lastSeq } = await world.stored(mine)
    const read = await inbox.send(`/${mine.externalId}/read`, { seq: lastSeq })
    read.assertStatus(204)
    assert.equal((await inbox.ask('/unread')).body().unread, 1)
  })
})

const seqsIn = (html: string) =>
  [...html.matchAll(/data-seq="(\d+)"/g)].map(([, seq]) => Number(seq))
