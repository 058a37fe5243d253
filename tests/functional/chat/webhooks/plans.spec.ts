import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { toSqlUtc } from '#chat/models/columns'
import type Webhook from '#chat/models/webhook'
import WebhookDelivery from '#chat/models/webhook_delivery'
import { DeliveryQueue } from '#chat/services/webhooks/delivery_queue'
import { ChatWorld } from '#tests/helpers/chat_world'
import { analyse, planOf, textOf } from '#tests/helpers/plans/plan_of'
import type { PlanStep } from '#tests/helpers/plans/plan_step'
import { statementsOf } from '#tests/helpers/statements'
import { hook } from './hooked.js'

/** Steps that look at every delivery there is. */
const costly = (steps: PlanStep[]) =>
  steps.filter(({ readsAll, table }) => readsAll && table === WebhookDelivery.table)

/** A long log of what is done with, and a little that is not, of this webhook and many that are gone. */
async function fill(webhook: Webhook) {
  for (let from = 0; from < 4000; from += 100) {
    const rows = Array.from({ length: 100 }, (_, index) => ({
      external_id: randomUUID(),
      tenant_id: webhook.tenantId,
      webhook_id: index % 50 === 0 ? webhook.id : 1_000_000 + index,
      conversation_id: 1_000_000 + from,
      event: 'chat.message.sent',
      payload: '{}',
      status: index === 0 ? 'pending' : 'delivered',
      due_at: index === 0 ? toSqlUtc(DateTime.utc()) : null,
      created_at: toSqlUtc(DateTime.utc()),
    }))
    await db.table(WebhookDelivery.table).multiInsert(rows)
  }
  await analyse(WebhookDelivery.table)
}

test.group('How deliveries are found', () => {
  test('by an index each, however long the log is', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const paused = { isActive: false }
    const { webhook } = await hook(world, 'https://hooks.example/', cleanup, paused)
    await fill(webhook)
    cleanup(async () => {
      await WebhookDelivery.query().where('webhook_id', '>', 1_000_000).delete()
    })
    const { log, outbox } = world.chat.webhooks
    const { conversation } = await world.chatting()
    const queue = new DeliveryQueue()
    const [some] = await WebhookDelivery.query().where('webhook_id', webhook.id).limit(1)
    const works = [
      () => queue.due(),
      () => queue.take(webhook, 4),
      () => queue.prune(30),
      () => log.page(webhook, { limit: 25 }),
      () => log.find(webhook, some.externalId),
      () => db.transaction((trx) => outbox.forget(conversation, trx)),
    ]
    for (const work of works) {
      const statements = await statementsOf(work)
      assert.isAbove(statements.length, 0)
      for (const statement of statements) {
        if (!/^select/i.test(statement.sql)) continue
        const steps = await planOf(statement)
        /** The oldest few in the order of their ids. */
        if (/order by .id. asc limit/.test(statement.sql) && !/where/.test(statement.sql)) continue
        assert.isEmpty(costly(steps), `${statement.sql}\n${textOf(steps)}`)
      }
    }
  }).timeout(30_000)
})
