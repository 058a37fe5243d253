import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { ChatWorld } from '#tests/helpers/chat_world'
import { send } from '../settings/form.js'
import { deliveriesOf } from './hooked.js'
import { all, FORM, LIST, managed } from './managed.js'

test.group('Who may manage webhooks', () => {
  const READS = ['', '/create', '/:id', '/:id/edit', '/:id/deliveries/:delivery']
  const WRITES: ['post' | 'put' | 'delete', string][] = [
    ['post', ''],
    ['put', '/:id'],
    ['post', '/:id/test'],
    ['post', '/:id/secret'],
    ['post', '/:id/deliveries/:delivery/redeliver'],
    ['delete', '/:id'],
  ]

  async function each(
    client: ApiClient,
    user: Awaited<ReturnType<ChatWorld['user']>>,
    ids: [string, string],
    paths: { reads: string[]; writes: typeof WRITES },
    status: number
  ) {
    const at = (path: string) =>
      `${LIST}${path.replace(':id', ids[0]).replace(':delivery', ids[1])}`
    for (const path of paths.reads) (await client.get(at(path)).loginAs(user)).assertStatus(status)
    for (const [method, path] of paths.writes) {
      const answer = await send(client, user, method, at(path), FORM)
      answer.assertStatus(status)
    }
  }

  test('not by agents without the permission, and not from another tenant', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { world, webhook } = await managed(cleanup)
    const before = webhook.serialize()
    const delivery = await world.chat.webhooks.outbox.ping(webhook)
    const ids: [string, string] = [webhook.externalId, delivery.externalId]
    const employee = await world.user('employee')
    await each(client, employee, ids, { reads: READS, writes: WRITES }, 403)
    const stranger = await (await ChatWorld.create()).user('owner')
    await each(client, stranger, ids, { reads: READS.slice(2), writes: WRITES.slice(1) }, 404)
    const [left] = await all(world)
    assert.deepEqual(left.serialize(), before)
    assert.lengthOf(await deliveriesOf(webhook), 1)

    const owner = await world.user('owner')
    await each(client, owner, ids, { reads: READS, writes: [] }, 200)
    await world.setModule(false)
    await each(client, owner, ids, { reads: READS, writes: WRITES }, 404)
  })

  test('a form from elsewhere, without the token, does nothing', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    await client
      .post(LIST)
      .loginAs(await world.user('owner'))
      .redirects(0)
      .form(FORM)
    assert.lengthOf(await all(world), 0)
  })
})
