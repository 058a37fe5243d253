import { fork } from 'node:child_process'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { inTime } from '#tests/helpers/in_time'
import type { story } from '#tests/helpers/other_connection/story'

const ENDS_WITHIN = 60_000

type Told = Awaited<ReturnType<typeof story>>

async function tell(): Promise<Told> {
  const child = fork('tests/helpers/other_connection/run.ts', {
    execArgv: ['--import=@poppinss/ts-exec', '--import=./tests/helpers/ends_with_parent.ts'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = inTime(once(child, 'exit'), ENDS_WITHIN, 'the story of another connection')
  const told = new Promise<Told>((resolve, reject) => {
    child.on('message', (message: { told?: Told }) => message.told && resolve(message.told))
    ended.then(() => reject(new Error('It ended without a word')), reject)
  })
  const [answer] = await Promise.all([told, ended.finally(() => child.kill('SIGKILL'))])
  return answer
}

test.group(
  'The tables of the chat in a database of their own, with a prefix of their own',
  (group) => {
    let told: Told
    group.setup(async () => {
      told = await tell()
    })

    test('are there, and the host’s are not', ({ assert }) => {
      const { crm, chat } = told.tables
      assert.include(chat, 'shop_chat_conversations')
      assert.isEmpty(crm.filter((name) => /chat_/.test(name)))
      assert.isEmpty(chat.filter((name) => !/^(shop_chat_|adonis_schema|sqlite_)/.test(name)))
    })

    test('hold what is written, found and converted', ({ assert }) => {
      assert.deepEqual(told.found, [true])
      assert.isTrue(told.isLinked && told.isConverted)
    })

    test('are written together with the host’s, or neither is', ({ assert }) => {
      assert.equal(told.failed, 'too late')
      assert.deepEqual(told.people, ['Vera'])
      assert.deepEqual(told.leads, ['Jam'])
    })
  }
)
