import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { Health } from '#chat/services/processes/health'
import { request, ownServer } from '#tests/helpers/widget_client'

const PATH = '/p/chat/health'

/** A database that answers after a while, or refuses. */
const database = (rawQuery: () => Promise<unknown>) => ({ rawQuery }) as never

test.group('The health of a process', () => {
  test('is public, and nothing else is', async ({ assert }) => {
    const { status, text, headers } = await request(`${ownServer()}${PATH}`)
    assert.equal(status, 200)
    assert.equal(text, '{"status":"ok"}')
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.isNull(headers.get('set-cookie'))
  })

  test('is 503 when the process ends', async ({ assert, cleanup }) => {
    const health = await app.container.make(Health)
    const ending = new Health(database(async () => []))
    ending.end()
    app.container.swap(Health, () => ending)
    cleanup(() => app.container.restore(Health))
    const { status, text } = await request(`${ownServer()}${PATH}`)
    assert.deepEqual([status, text], [503, '{"status":"unavailable"}'])
    assert.isTrue(await health.isWell())
  })

  test('is 503 when the database refuses, or does not answer in time', async ({ assert }) => {
    const refuses = new Health(database(() => Promise.reject(new Error('gone'))))
    assert.isFalse(await refuses.isWell())
    const hangs = new Health(
      database(() => new Promise(() => {})),
      20
    )
    assert.isFalse(await hangs.isWell())
  })

  test('asks the database once for many questions', async ({ assert }) => {
    let asked = 0
    const health = new Health(database(async () => (asked += 1)))
    await Promise.all(Array.from({ length: 50 }, () => health.isWell()))
    assert.equal(asked, 1)
  })
})
