import { test } from '@japa/runner'
import { withoutDueWorker } from '#tests/helpers/due_actions'
import { soon } from '../../routing/team.js'
import { DUE_THINGS, type Check } from './everything_due.js'
import {
  assertNoneFailed,
  begin,
  groundOf,
  lapse,
  lapseUnbegun,
  PATIENCE,
  twoProcesses,
  worksUp,
} from './ground.js'
import { Outside } from './outside.js'

/** To the visitor, to the team, and to the agent. */
const MAILED = ['reply-mail', 'transcript-mail', 'missed-chat', 'notice']

test.group('Emails whose acknowledgement was lost', (group) => {
  group.setup(withoutDueWorker)

  test('are sent again by another process with the same Message-ID, and stand in the thread once', async ({
    assert,
    cleanup,
  }) => {
    const outside = await Outside.start(cleanup)
    const ground = await groundOf(outside, cleanup)
    const { mailServer } = outside
    const checks: Check[] = []
    for (const { kinds, make } of DUE_THINGS) {
      if (kinds.some((kind) => MAILED.includes(kind))) checks.push(await make(ground, 0))
    }
    const [first, second] = await twoProcesses(ground)
    cleanup(
      async () => void (await Promise.all([first, second].map((each) => each.stop('SIGKILL'))))
    )

    mailServer.isMute = true
    begin(first)
    await soon(async () => {
      await lapseUnbegun(ground)
      return idsOf(mailServer.mails).size >= MAILED.length
    }, PATIENCE)
    await first.stop('SIGKILL')
    const lost = idsOf(mailServer.mails)

    mailServer.isMute = false
    await lapse(ground)
    const before = mailServer.mails.length
    begin(second)
    await worksUp(ground)
    const again = idsOf(mailServer.mails.slice(before))
    assert.sameMembers([...again], [...lost])
    for (const check of checks) await check(assert)
    await assertNoneFailed(assert, ground)
  }).timeout(4 * PATIENCE)
})

const idsOf = (mails: Outside['mailServer']['mails']) =>
  new Set(mails.map(({ messageId }) => messageId))
