import { fork } from 'node:child_process'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { inTime } from '#tests/helpers/in_time'
import type { story } from '#tests/helpers/other_connection/story'

const ENDS_WITHIN = 60_000

type Outcome = Awaited<ReturnType<typeof story>>

async function outcomeOf(): Promise<Outcome> {
  const child = fork('tests/helpers/other_connection/run.ts', {
    execArgv: ['--import=@poppinss/ts-exec', '--import=./tests/helpers/ends_with_parent.ts'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = inTime(once(child, 'exit'), ENDS_WITHIN, 'the story of another connection')
  const outcome = new Promise<Outcome>((resolve, reject) => {
    child.on(
      'message',
      (message: { outcome?: Outcome }) => message.outcome && resolve(message.outcome)
    )
    ended.then(() => reject(new Error('It ended without a word')), reject)
  })
  const [answer] = await Promise.all([outcome, ended.finally(() => child.kill('SIGKILL'))])
  return answer
}

test.group(
  'The tables of the chat in a database of their own, with a prefix of their own',
  (group) => {
    let outcome: Outcome
    group.setup(async () => {
      outcome = await outcomeOf()
    })

    test('are there, and the host’s are not', ({ assert }) => {
      const { crm, chat } = outcome.tables
      assert.include(chat, 'shop_chat_conversations')
      assert.isEmpty(crm.filter((name) => /chat_/.test(name)))
      assert.isEmpty(chat.filter((name) => !/^(shop_chat_|adonis_schema|sqlite_)/.test(name)))
    })

    test('hold what is written, found and converted', ({ assert }) => {
      assert.deepEqual(outcome.found, [true])
      assert.isTrue(outcome.isLinked && outcome.isConverted)
    })

    test('are written together with the host’s, or neither is', ({ assert }) => {
      assert.equal(outcome.failed, 'too late')
      assert.deepEqual(outcome.people, ['Vera'])
      assert.deepEqual(outcome.leads, ['Jam'])
    })
  }
)
