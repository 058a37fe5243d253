import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { toSqlUtc } from '#chat/models/columns'
import AuditEntry from '#chat/models/audit_entry'
import Conversation from '#chat/models/conversation'
import DueAction from '#chat/models/due_action'
import Message from '#chat/models/message'
import PageView from '#chat/models/page_view'
import Visitor from '#chat/models/visitor'
import { eraseIfIdle } from '#chat/services/visitors/erasure/idle_visitors'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, withoutDueWorker, workerIn } from '#tests/helpers/due_actions'
import { planOf, textOf } from '#tests/helpers/plans/plan_of'
import { statementsOf } from '#tests/helpers/statements'
import { found, lengthen } from '../search/library.js'

/** A conversation that ended so many days ago, and began a day before that. */
async function ended(world: ChatWorld, days: number, status: 'closed' | 'resolved' = 'closed') {
  const guest = await world.chatting({ name: 'Vera' })
  const agent = await world.agent()
  await world.chat.visitors.recordPageView(guest.visitor, {
    url: 'https://shop.example/',
    title: null,
  })
  const stored = await world.stored(guest.conversation)
  await world.chat.conversations[status === 'closed' ? 'close' : 'resolve'](stored, agent)
  const at = DateTime.utc().minus({ days })
  const endedAt = { [status === 'closed' ? 'closed_at' : 'resolved_at']: toSqlUtc(at) }
  const startedAt = { created_at: toSqlUtc(at.minus({ days: 1 })), updated_at: toSqlUtc(at) }
  await Conversation.query()
    .where('id', stored.id)
    .update({ ...endedAt, ...startedAt })
  await Visitor.query()
    .where('id', guest.visitor.id)
    .update({ last_seen_at: toSqlUtc(at) })
  return guest
}

const rowOf = ({ widget }: ChatWorld) => DueAction.find(`retention:${widget.id}`)

const manyLines = (length: number) => Array.from({ length }, (_, n) => `Line ${n}`)

const keep = (world: ChatWorld, days: number | null) =>
  world.chat.widgets.update(world.widget, { retentionDays: days }, null)

test.group('Conversations deleted by age (A6)', (group) => {
  group.setup(withoutDueWorker)

  test('go so many days after their end, with visitors who have nothing else left', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const old = await ended(world, 31)
    const resolved = await ended(world, 40, 'resolved')
    const young = await ended(world, 29)
    const open = await world.chatting()
    await Conversation.query()
      .where('id', open.conversation.id)
      .update({ created_at: toSqlUtc(DateTime.utc().minus({ days: 400 })) })
    const active = await ended(world, 50)
    await active.visitor.refresh()
    await active.visitor.merge({ lastSeenAt: DateTime.utc() }).save()

    await keep(world, 30)
    await after(world, { minutes: 50 })
    assert.isNotNull(await Conversation.find(old.conversation.id))
    await after(world, { minutes: 61 })

    const left = await Conversation.query().where('tenant_id', world.tenantId).orderBy('id')
    assert.deepEqual(
      left.map(({ id }) => id),
      [young.conversation.id, open.conversation.id]
    )
    for (const { conversation, visitor } of [old, resolved]) {
      assert.lengthOf(await Message.query().where('conversation_id', conversation.id), 0)
      assert.lengthOf(await PageView.query().where('visitor_id', visitor.id), 0)
      assert.isNull(await Visitor.find(visitor.id))
    }
    for (const { visitor } of [young, open, active])
      assert.isNotNull(await Visitor.find(visitor.id))
    const [entry] = await AuditEntry.query().where({
      tenant_id: world.tenantId,
      action: 'conversation.expired',
    })
    assert.equal(entry.subjectName, 'Shop (3)')
    const next = await rowOf(world)
    assert.closeTo(next!.dueAt!.diffNow('hours').hours, 25, 0.1)
  })

  test('are counted first, and saving shows it', async ({ assert, client }) => {
    const world = await ChatWorld.create()
    for (const days of [10, 20, 30]) await ended(world, days)
    assert.deepEqual(await world.chat.retention.preview(world.widget, 15), {
      conversations: 2,
      messages: 2,
    })
    const admin = await world.user('admin')
    const path = `/settings/chat-widgets/${world.widget.externalId}/retention`
    const answer = await client.get(`${path}?days=15`).loginAs(admin)
    assert.include(answer.body().words, 'Deletes 2 conversations with 2 messages')
    for (const bad of ['0', '-1', '3651', '1.5', 'many', '']) {
      const refused = await client
        .get(`${path}?days=${bad}`)
        .header('Accept', 'application/json')
        .loginAs(admin)
      refused.assertStatus(422)
    }
    const other = await (await ChatWorld.create()).user('admin')
    ;(await client.get(`${path}?days=15`).loginAs(other)).assertStatus(404)
    assert.isNull(await rowOf(world))
  })

  test('leave the days’ figures as they were, rebuilt ones too', async ({ assert }) => {
    const world = await ChatWorld.create()
    await ended(world, 31)
    await ended(world, 31)
    const figures = async () => {
      const period = { period: '90d' }
      const { metrics } = await world.chat.analytics.report(world.tenantId, period)
      return metrics.started
    }
    await keep(world, 30)
    await after(world, { minutes: 61 })
    assert.lengthOf(await Conversation.query().where('tenant_id', world.tenantId), 0)
    assert.equal(await figures(), 2)
    await world.chat.analytics.rebuild(world.tenantId)
    assert.equal(await figures(), 2)
  })

  test('stay when the setting is taken back within the hour, or cancelled under way', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    await ended(world, 31)
    await keep(world, 30)
    await keep(world, null)
    await after(world, { hours: 30 })
    assert.lengthOf(await Conversation.query().where('tenant_id', world.tenantId), 1)

    await keep(world, 30)
    const { key } = (await rowOf(world))!
    await world.chat.dueWork.cancel(world.tenantId, key, null)
    assert.isNull((await world.widget.refresh()).retentionDays)
    await after(world, { hours: 30 })
    assert.lengthOf(await Conversation.query().where('tenant_id', world.tenantId), 1)
  })

  test('that are long are out of reach immediately, and their messages go in slices', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation, visitor } = await ended(world, 31)
    await lengthen(await world.stored(conversation), manyLines(1100))
    await keep(world, 30)
    const marked = await workerIn(world, { minutes: 61 }, [world.chat.retention])
    await marked.round()
    const left = await Message.query().where('conversation_id', conversation.id)
    assert.isAbove(left.length, 500)

    await assert.rejects(() => world.stored(conversation))
    assert.isNull(await world.chat.inbox.latestOf(visitor))
    assert.isEmpty(await found(world, 'Line'))

    await after(world, { minutes: 61 })
    assert.isNull(await Conversation.find(conversation.id))
    assert.isEmpty(await Message.query().where('conversation_id', conversation.id))
    assert.isNull(await Visitor.find(visitor.id))
  })

  test('a visitor who writes while the messages of their long one go begins another, which stays', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const guest = await ended(world, 31)
    await lengthen(await world.stored(guest.conversation), manyLines(600))
    await keep(world, 30)
    const marked = await workerIn(world, { minutes: 61 }, [world.chat.retention])
    await marked.round()
    const { externalId } = guest.conversation
    const path = `/conversations/${externalId}/messages`
    assert.equal((await guest.browser.get(path)).status, 404)
    assert.equal((await guest.browser.say(externalId, 'Hello again?')).status, 404)
    const { conversation: next } = await world.start(guest, 'A new question')
    assert.notEqual(next.id, guest.conversation.id)
    assert.isNull(next.previousId)
    await after(world, { minutes: 61 })
    assert.isNull(await Conversation.find(guest.conversation.id))
    assert.equal((await world.stored(next)).messageCount, 1)
    assert.isNotNull(await Visitor.find(guest.visitor.id))
  })

  test('one that is reopened meanwhile stays, with all of its messages', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await ended(world, 31)
    const wrote = await Message.query().where('conversation_id', conversation.id)
    const lines = manyLines(1100)
    await lengthen(await world.stored(conversation), lines)
    await Conversation.query().where('id', conversation.id).update({ message_count: 1102 })
    await keep(world, 30)
    const { removal } = world.chat.conversations
    const { expire } = removal
    removal.expire = async (...args) => {
      await Conversation.query().where('id', conversation.id).update({ status: 'active' })
      return expire.apply(removal, args)
    }
    await after(world, { minutes: 61 })
    removal.expire = expire
    assert.isNotNull(await Conversation.find(conversation.id))
    const kept = await Message.query().where('conversation_id', conversation.id)
    assert.lengthOf(kept, wrote.length + lines.length)
    await Conversation.query().where('id', conversation.id).update({ status: 'closed' })
    await after(world, { hours: 26 })
    assert.isNull(await Conversation.find(conversation.id))
    assert.lengthOf(await Message.query().where('conversation_id', conversation.id), 0)
  })

  test('a visitor without conversations who comes back meanwhile stays, with their pages', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { visitor } = await world.guest()
    const { visitors } = world.chat
    await visitors.recordPageView(visitor, { url: 'https://shop.example/', title: null })
    const client = db.connection()
    const emitter = { emit: () => Promise.resolve() }
    const before = DateTime.utc().plus({ minutes: 1 })
    const { kept: files } = world.chat.attachments
    const comesBack = Object.assign(Object.create(client), {
      transaction: async (work: any) => {
        await Visitor.query()
          .where('id', visitor.id)
          .update({ last_seen_at: toSqlUtc(before) })
        return client.transaction(work)
      },
    })
    await eraseIfIdle(visitor.id, before, {
      db: comesBack,
      emitter: emitter as any,
      files,
    })
    assert.isNotNull(await Visitor.find(visitor.id))
    assert.lengthOf(await PageView.query().where('visitor_id', visitor.id), 1)
    await eraseIfIdle(visitor.id, before.plus({ minutes: 1 }), {
      db: client,
      emitter: emitter as any,
      files,
    })
    assert.isNull(await Visitor.find(visitor.id))
    assert.lengthOf(await PageView.query().where('visitor_id', visitor.id), 0)
  })

  test('are found by an index', async ({ assert }) => {
    const world = await ChatWorld.create()
    await ended(world, 31)
    const statements = await statementsOf(() => world.chat.retention.preview(world.widget, 30))
    for (const statement of statements) {
      const steps = await planOf(statement)
      assert.isEmpty(
        steps.filter(({ readsAll }) => readsAll),
        textOf(steps)
      )
    }
  })

  test('by the REST API, with the bounds of a number of days', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const path = `/widgets/${world.widget.id}`
    assert.isNull((await api.get(path)).json.data.retention_days)
    for (const bad of [0, 3651, 1.5, '30', true]) {
      assert.equal((await api.put(path, { retention_days: bad })).status, 422, String(bad))
    }
    assert.equal((await api.put(path, { retention_days: 90 })).json.data.retention_days, 90)
    assert.isNotNull(await rowOf(world))
    assert.equal((await api.put(path, { retention_days: null })).status, 200)
    assert.isNull(await rowOf(world))
  })
})
