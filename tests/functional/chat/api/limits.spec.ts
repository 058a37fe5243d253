import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('API: limits', () => {
  test('one user cannot ask without end, another one still can', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { limits } = world.chat.config
    const { apiPerUser } = { ...limits }
    cleanup(() => void Object.assign(limits, { apiPerUser }))
    limits.apiPerUser = { requests: 3, everySeconds: 60 }
    const api = await ApiCaller.for(await world.user())
    for (const nth of [1, 2, 3]) assert.equal((await api.get('/widgets')).status, 200, `${nth}`)
    const { status, headers } = await api.get('/widgets')
    assert.equal(status, 429)
    assert.isAbove(Number(headers.get('retry-after')), 0)
    const other = await ApiCaller.for(await world.user())
    assert.equal((await other.get('/widgets')).status, 200)
  })
})
