import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('Blocking by agents and programs (V8)', () => {
  test('is for agents who reply, in the inbox; the list is for those who manage the chat', async ({
    assert,
    client,
  }) => {
    const world = await ChatWorld.create()
    const { visitor, conversation } = await world.chatting({ name: 'Vera <b>' })
    const employee = await world.user('employee')
    const path = `/chat/${conversation.externalId}`
    const list = '/settings/chat-blocked'
    const form = client.post(`${path}/block`).form({ address_hours: '24' }).withCsrfToken()
    ;(await form.loginAs(employee).redirects(0)).assertStatus(302)
    assert.isNotNull((await visitor.refresh()).blockedAt)
    ;(await client.get(path).loginAs(employee)).assertTextIncludes('>Blocked<')
    ;(await client.get(list).loginAs(employee)).assertStatus(403)
    const admin = await world.user('admin')
    const page = await client.get(list).loginAs(admin)
    page.assertTextIncludes('Vera &lt;b&gt;')
    page.assertTextIncludes('Blocked until')
    const outsider = await (await ChatWorld.create()).user('admin')
    const unblock = `${list}/${visitor.externalId}/unblock`
    ;(await client.post(unblock).withCsrfToken().loginAs(outsider)).assertStatus(404)
    ;(await client.post(unblock).withCsrfToken().loginAs(admin).redirects(0)).assertStatus(302)
    assert.isNull((await visitor.refresh()).blockedAt)
  })

  test('is listed page by page, in the settings and by the REST API', async ({
    assert,
    client,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const names: string[] = []
    for (let nth = 1; nth <= 51; nth += 1) {
      const { visitor } = await world.guest({ name: `Visitor ${nth}.` })
      await world.chat.visitors.blocks.block(visitor, agent)
      names.unshift(`Visitor ${nth}.`)
    }
    const admin = await world.user('admin')
    const first = await client.get('/settings/chat-blocked').loginAs(admin)
    assert.include(first.text(), 'Visitor 51.')
    assert.notInclude(first.text(), 'Visitor 1.')
    const [, older] = /rel="next" href="([^"]+)"/.exec(first.text())!
    const second = await client.get(older).loginAs(admin)
    assert.include(second.text(), 'Visitor 1.')
    assert.notInclude(second.text(), 'Visitor 51.')
    assert.notInclude(second.text(), 'rel="next"')

    const api = await ApiCaller.for(await world.user('owner'))
    const listed: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { json } = await api.get(`/blocked-visitors?limit=20&cursor=${cursor}`)
      listed.push(...json.data.map(({ visitor }: any) => visitor.name))
      cursor = json.meta.next_cursor
    }
    assert.deepEqual(listed, names)
  })

  test('by the REST API', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const { visitor } = await world.chatting()
    const path = `/visitors/${visitor.externalId}/block`
    for (const hours of [-1, 721, 1.5, '24', true]) {
      assert.equal((await api.post(path, { address_hours: hours })).status, 422, String(hours))
    }
    assert.isString((await api.post(path, { address_hours: 2 })).json.data.blocked_at)
    const [block] = (await api.get('/blocked-visitors')).json.data
    assert.equal(block.visitor.uuid, visitor.externalId)
    assert.isString(block.address_until)
    assert.isNull((await api.delete(path)).json.data.blocked_at)
    assert.lengthOf((await api.get('/blocked-visitors')).json.data, 0)
  })
})
