import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import app from '@adonisjs/core/services/app'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { toSqlUtc } from '#chat/models/columns'
import AuditEntry from '#chat/models/audit_entry'
import DueAction from '#chat/models/due_action'
import Erasure from '#chat/models/erasure'
import { workLines } from '#chat/doctor/work_lines'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, dueFor, withoutDueWorker } from '#tests/helpers/due_actions'
import { lengthen } from '../search/library.js'
import { soon } from '../routing/team.js'

const PAGE = '/settings/chat-work'

/** A task of a tenant that was given up. */
async function failedTask({ tenantId }: ChatWorld) {
  const key = `snooze:${tenantId}`
  const row = { tenant_id: tenantId, kind: 'snooze-end', payload: '{}', attempts: 6, due_at: null }
  const times = { created_at: toSqlUtc(DateTime.utc()) }
  await DueAction.query()
    .client.table(DueAction.table)
    .insert({ key, token: tenantId, ...row, ...times, error: 'The <disk> is full' })
  return key
}

/** An erasure of a visitor who has written a lot, begun and not run. */
async function longErasure(world: ChatWorld) {
  const { visitor, conversation } = await world.chatting({ name: 'Vera' })
  const lines = Array.from({ length: 700 }, (_, n) => `Line ${n}`)
  await lengthen(conversation, lines)
  const erasure = await world.chat.erasure.begin(visitor, await world.agent())
  return { erasure, visitor, key: `erase-visitor:${visitor.id}` }
}

test.group('Background work', (group) => {
  group.setup(withoutDueWorker)

  test('shows what has failed; an admin retries it, or gives it up', async ({ assert, client }) => {
    const world = await ChatWorld.create()
    const admin = await world.user('admin')
    const key = await failedTask(world)
    const page = await client.get(PAGE).loginAs(admin)
    page.assertTextIncludes('The &lt;disk&gt; is full')
    page.assertTextIncludes('End snoozes')

    const retried = await client.post(`${PAGE}/retry`).form({ key }).withCsrfToken().loginAs(admin)
    retried.assertStatus(200)
    const row = await DueAction.findOrFail(key)
    assert.deepEqual([row.attempts, row.error], [0, null])
    assert.isTrue(row.dueAt! <= DateTime.utc())
    const again = await client.post(`${PAGE}/retry`).form({ key }).withCsrfToken().loginAs(admin)
    again.assertStatus(404)

    await row.merge({ dueAt: null }).save()
    await client.post(`${PAGE}/cancel`).form({ key }).withCsrfToken().loginAs(admin)
    assert.isNull(await DueAction.find(key))
    const entries = await AuditEntry.query().where('tenant_id', world.tenantId).orderBy('id')
    assert.includeMembers(
      entries.map(({ action }) => action),
      ['work.retried', 'work.cancelled']
    )
  })

  test('shows how far an erasure has come, ends it, and goes on with it when asked again', async ({
    assert,
    client,
  }) => {
    const world = await ChatWorld.create()
    const admin = await world.user('admin')
    const { erasure, visitor, key } = await longErasure(world)
    const [{ progress }] = await world.chat.dueWork.long(world.tenantId)
    assert.deepEqual(progress, { subject: erasure.visitorUuid, done: 0, total: 702 })
    const page = await client.get(PAGE).loginAs(admin)
    page.assertTextIncludes('max="702" value="0"')
    assert.include(
      (await workLines(world.chat.dueWork, world.tenantId)).join(),
      `${erasure.visitorUuid}: 0 of 702 (--cancel=${key})`
    )

    await client.post(`${PAGE}/cancel`).form({ key }).withCsrfToken().loginAs(admin)
    await after(world, { seconds: 1 })
    assert.isNull(await DueAction.find(key))
    assert.equal((await erasure.refresh()).messages, 0)
    assert.isNotNull(erasure.cancelledAt)

    await world.chat.erasure.begin(visitor, await world.agent())
    await after(world, { seconds: 1 })
    assert.isNotNull((await Erasure.findOrFail(erasure.id)).finishedAt)
  })

  test('is each tenant’s own, and takes the permission to manage the chat', async ({ client }) => {
    const world = await ChatWorld.create()
    const key = await failedTask(world)
    const other = await (await ChatWorld.create()).user('admin')
    const answer = await client.post(`${PAGE}/retry`).form({ key }).withCsrfToken().loginAs(other)
    answer.assertStatus(404)
    ;(await client.get(PAGE).loginAs(other)).assertTextIncludes('Nothing has failed')
    const employee = await world.user('employee')
    ;(await client.get(PAGE).loginAs(employee)).assertStatus(403)
  })

  test('that is scheduled and short cannot be cancelled by its key', async ({ assert, client }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { conversation } = await world.chatting()
    await world.chat.conversations.snoozes.snooze(
      conversation,
      DateTime.utc().plus({ hours: 1 }),
      agent
    )
    const [{ key }] = await dueFor(conversation)
    const form = client.post(`${PAGE}/cancel`).form({ key }).withCsrfToken()
    ;(await form.loginAs(await world.user('admin'))).assertStatus(404)
    assert.lengthOf(await dueFor(conversation), 1)
  })
})

test.group('node ace chat:work', (group) => {
  group.setup(withoutDueWorker)

  test('runs what is due, and ends on SIGTERM', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    await world.chat.conversations.snoozes.snooze(
      conversation,
      DateTime.utc().plus({ seconds: 2 }),
      await world.agent()
    )
    const cwd = fileURLToPath(app.appRoot)
    const child = spawn(process.execPath, ['ace.js', 'chat:work'], { cwd, stdio: 'inherit' })
    cleanup(() => void child.kill('SIGKILL'))
    const exited = once(child, 'exit')
    await soon(async () => (await dueFor(conversation)).length === 0, 40_000)
    assert.isNull((await world.stored(conversation)).snoozedUntil)
    const startedAt = performance.now()
    child.kill('SIGTERM')
    assert.deepEqual(await exited, [0, null])
    assert.isBelow(performance.now() - startedAt, 5000)
  }).timeout(60_000)

  test('runs what is due now and ends, once', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    await world.chat.conversations.snoozes.snooze(
      conversation,
      DateTime.utc().plus({ seconds: 1 }),
      await world.agent()
    )
    await DueAction.query()
      .where('conversation_id', conversation.id)
      .update({ due_at: toSqlUtc(DateTime.utc()) })
    const cwd = fileURLToPath(app.appRoot)
    const child = spawn(process.execPath, ['ace.js', 'chat:work', '--once'], { cwd })
    cleanup(() => void child.kill('SIGKILL'))
    const [code] = await once(child, 'exit')
    assert.equal(code, 0)
    assert.lengthOf(await dueFor(conversation), 0)
  }).timeout(60_000)
})
