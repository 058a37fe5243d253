import { test } from '@japa/runner'
import { apiWorld, idsOf } from '../api/caller.js'
import { saying } from './library.js'

test.group('API: searching', () => {
  test('finds by number, visitor and text, and returns the match', async ({ assert }) => {
    const { world, agent, api } = await apiWorld()
    const conversation = await saying(world, `${'Long before. '.repeat(20)}The platypus came`)
    await world.chat.conversations.close(conversation, agent)
    await saying(world, 'Something else')
    const { json } = await api.get('/conversations?q=PLATY')
    assert.lengthOf(json.data, 1)
    assert.equal(json.data[0].uuid, conversation.externalId)
    assert.equal(json.data[0].hit.in, 'message')
    assert.equal(json.data[0].hit.seq, 1)
    assert.match(json.data[0].hit.snippet, /^….*The platypus came$/)
    assert.deepEqual(idsOf(await api.get('/conversations?q=platy&filter=open')), [])
    assert.deepEqual(idsOf(await api.get('/conversations?q=platy&status=closed')), [
      conversation.externalId,
    ])
    assert.isNull((await api.get('/conversations?filter=all')).json.data[0].hit)
  })

  test('refuses a query that is no text, and ignores an empty one', async ({ assert }) => {
    const { world, api } = await apiWorld()
    await saying(world, 'Hello')
    for (const query of ['q[]=a', 'q[a]=b', 'q=a&q=b', `q=${'x'.repeat(201)}`]) {
      const { status, json } = await api.get(`/conversations?${query}`)
      assert.equal(status, 422, query)
      assert.match(json.errors[0].field, /^q/)
    }
    for (const query of ['q=', 'q=%20', 'q=%00', 'q=%CC%81']) {
      const { status, json } = await api.get(`/conversations?${query}`)
      assert.equal(status, 200, query)
      assert.lengthOf(json.data, 1, query)
    }
  })
})
