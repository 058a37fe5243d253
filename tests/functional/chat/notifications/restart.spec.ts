import { test } from '@japa/runner'
import DueAction from '#chat/models/due_action'
import { withoutDueWorker } from '#tests/helpers/due_actions'
import { ServerProcess } from '#tests/helpers/server_process'
import { soon } from '../routing/team.js'
import { annaAtWork, noticesOf, pushedTo } from './notified.js'

const PATIENCE = 30_000

test.group('Notifications and a process that dies', (group) => {
  group.setup(withoutDueWorker)

  test('what was not sent is sent by the next process, once; what was under way has the same topic', async ({
    assert,
    cleanup,
  }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    const { service } = await pushedTo(world, anna, cleanup)
    const environment = service.environment(cleanup)
    // The first process hangs in the middle of a push, and is killed there
    service.answer = () => {}
    const first = await ServerProcess.start(environment)
    await browser.say(conversation.externalId, 'Are you there?')
    await service.gets(1, PATIENCE)
    await first.stop('SIGKILL')
    const due = () => DueAction.query().where({ tenant_id: world.tenantId, kind: 'web-push' })
    const [left] = await due()
    assert.equal(left.attempts, 1)
    // Its lease has ended
    await DueAction.query().where('key', left.key).update({ due_at: '2020-01-01 00:00:00.000' })

    service.says(201)
    const second = await ServerProcess.start(environment)
    cleanup(async () => void (await second.stop()))
    await service.gets(2, PATIENCE)
    await soon(async () => (await due()).length === 0, PATIENCE)
    const [one, two] = service.received
    assert.equal(two.headers.topic, one.headers.topic)
    assert.equal(two.message.version, one.message.version)
    assert.lengthOf(await noticesOf(anna), 1)

    await browser.say(conversation.externalId, 'Within the minute')
    await soon(async () => (await noticesOf(anna))[0].count === 2, PATIENCE)
    assert.isEmpty(await due())
    assert.lengthOf(service.received, 2)
  })
})
