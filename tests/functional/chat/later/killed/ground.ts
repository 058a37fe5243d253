import type { Assert } from '@japa/assert'
import type { TestContext } from '@japa/runner/core'
import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import DueAction from '#chat/models/due_action'
import { toSqlUtc } from '#chat/models/columns'
import WebhookDelivery from '#chat/models/webhook_delivery'
import { DUE_COLUMNS } from '#chat/services/due_actions/due_conversations'
import { DEFAULT_CHOICES } from '#chat/services/notifications/notice_preferences'
import { ChatWorld } from '#tests/helpers/chat_world'
import { nothingDue } from '#tests/helpers/nothing_due'
import { ServerProcess } from '#tests/helpers/server_process'
import { allow, subscribe } from '../../notifications/notified.js'
import { soon } from '../../routing/team.js'
import type { Ground } from './everything_due.js'
import type { Outside } from './outside.js'

export const PATIENCE = 90_000

/** By so much the processes' clocks are ahead: later than all that is made due. */
const AHEAD = { hours: 26 }

/** The people with something due. Anna is notified in every way. */
export async function groundOf(outside: Outside, cleanup: TestContext['cleanup']): Promise<Ground> {
  await nothingDue()
  const world = await ChatWorld.create()
  const { config } = world.chat
  const { undoSeconds } = config
  config.undoSeconds = 8
  cleanup(() => void (config.undoSeconds = undoSeconds))
  const push = { services: [outside.pushService.host], allowPrivateAddresses: true }
  allow(world, push, cleanup)
  const user = await world.user('employee', 'Anna Agent')
  const [anna, bob] = [await world.agent('Anna Agent', user), await world.agent('Bob Busy')]
  const every = ['crm', 'push', 'mail', 'host'] as const
  const channels = { message: [...every], assigned: [...every], woken: [...every] }
  await world.chat.notifications.preferences.save(anna, { ...DEFAULT_CHOICES, channels })
  await subscribe(world, anna, outside.pushService.browser().subscription)
  const widgets = {
    missed: await world.addWidget({ teamEmail: `team@${world.tenantId}.example` }),
    followed: await world.addWidget({ followUpAfterHours: 1, resolveAfterHours: 2 }),
    kept: await world.addWidget(),
    pushed: await world.addWidget({ pushReplies: true }),
  }
  await world.chat.widgets.update(widgets.kept, { retentionDays: 1 }, null)
  return { world, outside, anna, bob, annaMail: user.email, widgets }
}

/** Two processes, not yet at work. */
export const twoProcesses = ({ outside }: Ground) =>
  Promise.all(
    [1, 2].map(() => ServerProcess.start(outside.environment, 'tests/helpers/due_process.ts'))
  )

/** Has a process begin to work. */
export const begin = ({ process }: ServerProcess) => void process.send(AHEAD)

/** What is for later is for now, and what a process was at is anyone's: when none is at work. */
export async function lapse({ world: { tenantId } }: Ground) {
  const now = { due_at: toSqlUtc(DateTime.utc()) }
  for (const model of [DueAction, WebhookDelivery]) {
    await model.query().where('tenant_id', tenantId).whereNotNull('due_at').update(now)
  }
}

/** Settles when the processes at work have left nothing but what comes back every day, a day later. */
export async function worksUp(ground: Ground) {
  const { tenantId } = ground.world
  const tomorrow = toSqlUtc(DateTime.utc().plus(AHEAD).plus({ hours: 12 }))
  const rows = () => [
    DueAction.query().whereNot('kind', 'retention').whereNotNull('due_at'),
    DueAction.query().where('kind', 'retention').where('due_at', '<', tomorrow),
    WebhookDelivery.query().whereNotNull('due_at'),
    Conversation.query().whereRaw(`coalesce(${DUE_COLUMNS.join()}) is not null`),
  ]
  await soon(async () => {
    await lapseUnbegun(ground)
    const found = rows().map((query) => query.where('tenant_id', tenantId).first())
    return (await Promise.all(found)).every((row) => row === null)
  }, PATIENCE)
}

/** What is for later and none has begun is for now; row by row, as processes claim them. */
export async function lapseUnbegun({ world: { tenantId } }: Ground) {
  const unbegun = { tenant_id: tenantId, attempts: 0 }
  const rows = await DueAction.query().where(unbegun).whereNot('kind', 'retention')
  const now = { due_at: toSqlUtc(DateTime.utc()) }
  for (const { key } of rows) await DueAction.query().where({ key, attempts: 0 }).update(now)
}

/** No due action of the tenant was given up. */
export async function assertNoneFailed(assert: Assert, { world: { tenantId } }: Ground) {
  const failed = await DueAction.query().where('tenant_id', tenantId).whereNull('due_at')
  assert.deepEqual(
    failed.map(({ key, error }) => `${key}: ${error}`),
    []
  )
}
