import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { withOnly } from '#tests/helpers/with_only'

const id = randomUUID()

/** Everything of this part that writes, with input that would be right. */
const writes = (conversation: string, label: string, view: string): [string, object][] => [
  [`/${conversation}/priority`, { priority: 'urgent' }],
  [`/${conversation}/labels`, { label }],
  [`/${conversation}/labels/remove`, { label }],
  [`/${conversation}/delete`, {}],
  ['/bulk/resolve', { ids: [conversation] }],
  ['/bulk/close', { ids: [conversation] }],
  ['/bulk/archive', { ids: [conversation] }],
  ['/bulk/assign', { ids: [conversation], value: 'me' }],
  ['/bulk/priority', { ids: [conversation], value: 'high' }],
  ['/bulk/label', { ids: [conversation], value: label }],
  ['/views', { name: 'Mine' }],
  [`/views/${view}`, { name: 'Other' }],
  [`/views/${view}/delete`, {}],
]

/** What none of the routes takes. */
const BAD: [string, object][] = [
  ['/:id/priority', {}],
  ['/:id/priority', { priority: 'highest' }],
  ['/:id/priority', { priority: ['low'] }],
  ['/:id/labels', {}],
  ['/:id/labels', { label: 'x' }],
  ['/:id/labels', { name: ' \0 ' }],
  ['/:id/labels', { name: 'x'.repeat(41) }],
  ['/:id/labels', { label: { a: 1 } }],
  ['/:id/labels/remove', {}],
  ['/bulk/resolve', {}],
  ['/bulk/resolve', { ids: [] }],
  ['/bulk/resolve', { ids: 'x' }],
  ['/bulk/resolve', { ids: ['x'] }],
  ['/bulk/resolve', { ids: [id, id] }],
  ['/bulk/resolve', { ids: Array.from({ length: 101 }, () => randomUUID()) }],
  ['/bulk/assign', { ids: [id] }],
  ['/bulk/assign', { ids: [id], value: 'stranger' }],
  ['/bulk/assign', { ids: [id], value: 7 }],
  ['/bulk/priority', { ids: [id], value: 'x' }],
  ['/bulk/label', { ids: [id], value: 'x' }],
  ['/views', {}],
  ['/views', { name: '' }],
  ['/views', { name: 'x'.repeat(61) }],
  ['/views', { name: ['x'] }],
  ['/views', { name: 'x', shared: 'perhaps' }],
]

async function scene() {
  const world = await ChatWorld.create()
  const user = await world.user('manager')
  const agent = await world.agent('Anna', user)
  const { conversation } = await world.chatting()
  const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
  const view = await world.chat.inbox.views.create(
    { agent, mayManage: true },
    { name: 'Own', isShared: false, filters: { filter: 'open' } }
  )
  return { world, user, agent, conversation, label, view }
}

test.group('Who may sort work, and with what', () => {
  test('a user who may only look changes nothing', async ({ client, assert }) => {
    const { world, user, agent, conversation, label, view } = await scene()
    await withOnly(world, user, ['view chat'], async () => {
      const inbox = new InboxClient(client, user)
      for (const [path, body] of writes(
        conversation.externalId,
        label.externalId,
        view.externalId
      )) {
        const answer = await inbox.send(path, body as Record<string, unknown>)
        assert.equal(answer.status(), 403, path)
      }
    })
    assert.equal((await world.stored(conversation)).lastSeq, 1)
    assert.deepEqual(
      (await world.chat.inbox.views.list(agent)).map(({ name }) => name),
      ['Own']
    )
  })

  test('deleting takes a permission of its own', async ({ client, assert }) => {
    const { world, user, conversation } = await scene()
    const path = `/${conversation.externalId}`
    await withOnly(world, user, ['view chat', 'reply chat'], async () => {
      const inbox = new InboxClient(client, user)
      const refused = await inbox.send(`${path}/delete`)
      refused.assertStatus(403)
      assert.notInclude((await inbox.page(path)).text(), 'data-act="delete"')
    })
    assert.include((await new InboxClient(client, user).page(path)).text(), 'data-act="delete"')
    assert.isOk(await world.stored(conversation))
  })

  test('another tenant’s conversations, labels and views are not there', async ({
    client,
    assert,
  }) => {
    const [mine, theirs] = [await scene(), await scene()]
    const inbox = new InboxClient(client, mine.user)
    const { conversation, label, view } = theirs
    for (const [path, body] of writes(conversation.externalId, label.externalId, view.externalId)) {
      const answer = await inbox.send(path, body as Record<string, unknown>)
      if (path === '/views') continue
      if (path.startsWith('/bulk') && answer.status() === 200) {
        assert.deepEqual(answer.body().results, [
          { id: conversation.externalId, outcome: 'missing', reason: null },
        ])
      } else assert.equal(answer.status(), 404, path)
    }
    const stored = await theirs.world.stored(conversation)
    assert.deepEqual([stored.status, stored.priority, stored.lastSeq], ['pending', 'normal', 1])
  })

  test('bad input is named and refused', async ({ client, assert }) => {
    const { world, user, conversation } = await scene()
    const inbox = new InboxClient(client, user)
    for (const [path, body] of BAD) {
      const url = path.replace(':id', conversation.externalId)
      const answer = await inbox.send(url, body as Record<string, unknown>)
      assert.equal(answer.status(), 422, `${path} ${JSON.stringify(body).slice(0, 80)}`)
      assert.isString(answer.body().errors[0].message)
    }
    assert.equal((await world.stored(conversation)).lastSeq, 1)
  })
})
