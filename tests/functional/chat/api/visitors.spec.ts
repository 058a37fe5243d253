import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { apiWorld, idsOf } from './caller.js'

test.group('API: visitors', () => {
  test('are listed page by page, those who came last first', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const guests = []
    for (const name of ['Ann', 'Ben', 'Cleo']) guests.push(await world.guest({ name }))
    await (await ChatWorld.create()).guest({ name: 'Not theirs' })
    const ids = guests.map(({ visitor }) => visitor.externalId).reverse()
    assert.deepEqual(idsOf(await api.get('/visitors')), ids)
    const first = await api.get('/visitors?limit=2')
    assert.deepEqual(idsOf(first), ids.slice(0, 2))
    const second = await api.get(`/visitors?limit=2&cursor=${first.json.meta.next_cursor}`)
    assert.deepEqual(idsOf(second), ids.slice(2))
    assert.isNull(second.json.meta.next_cursor)
  })

  test('are found by website, name and address', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const other = await world.addWidget({ name: 'Blog' })
    const ann = await world.guest({ name: 'Ann Archer', email: 'ann@example.org' })
    const ben = await world.guest({ name: 'Ben' }, other)
    const [annId, benId] = [ann, ben].map(({ visitor }) => visitor.externalId)
    assert.deepEqual(idsOf(await api.get(`/visitors?widget=${other.id}`)), [benId])
    assert.deepEqual(idsOf(await api.get(`/visitors?widget=${world.widget.externalId}`)), [annId])
    assert.deepEqual(idsOf(await api.get('/visitors?q=archer')), [annId])
    assert.deepEqual(idsOf(await api.get('/visitors?q=ANN%40example')), [annId])
    assert.deepEqual(idsOf(await api.get('/visitors?q=nobody')), [])
    assert.equal((await api.get(`/visitors?widget=${randomUUID()}`)).status, 404)
  })

  test('come with the pages that they saw, the newest first', async ({ assert }) => {
    const { world, api } = await apiWorld()
    const { visitor, browser } = await world.guest({ name: 'Ann' })
    for (const page of ['a', 'b', 'c']) {
      await browser.post('/page-views', { url: `https://shop.example/${page}`, title: page })
    }
    const shown = (await api.get(`/visitors/${visitor.id}`)).json.data
    assert.containsSubset(shown, { uuid: visitor.externalId, name: 'Ann', current_page_title: 'c' })
    assert.notInclude(JSON.stringify(shown), visitor.tokenHash)
    const first = await api.get(`/visitors/${visitor.externalId}/page-views?limit=2`)
    const titles = ({ json }: typeof first) => json.data.map(({ title }: any) => title)
    assert.deepEqual(titles(first), ['c', 'b'])
    const cursor = first.json.meta.next_cursor
    const rest = await api.get(`/visitors/${visitor.id}/page-views?cursor=${cursor}`)
    assert.deepEqual(titles(rest), ['a'])
    assert.equal((await api.get(`/visitors/${randomUUID()}/page-views`)).status, 404)
  })
})
