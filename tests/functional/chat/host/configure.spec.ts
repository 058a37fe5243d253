import { fork } from 'node:child_process'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { chatMigrations } from '#chat/configure/migrations'
import type { Order, States } from '#tests/helpers/configured_app/run'

const OTHERS = ['--user-model=#users/models/user', '--guards=web,api']
const ACCESS = [
  {
    code: 'byEmail({',
    given: ['--access=emails', '--admins=ada@x.example', '--agents=bob@x.example'],
  },
  { code: 'everyone(),', given: ['--access=everyone'] },
  {
    code: `byRole('kind', { admins: ['owner', 'boss'], agents: ['sales'] })`,
    given: ['--access=role', '--role-column=kind', '--admins=owner,boss', '--agents=sales'],
  },
]

const PLAIN: Order = { flags: [] }
const AT_A_TERMINAL: Order = {
  flags: [],
  answers: { 'Who may use the chat?': 0, 'E-mail addresses of the admins': 'ada@x.example' },
}
const WITH_FLAGS = ACCESS.map(({ given }): Order => ({ flags: [...given, ...OTHERS] }))
const ORDERS = [PLAIN, AT_A_TERMINAL, ...WITH_FLAGS]

/** What becomes of all orders, by one process: loading the compiler takes longer than an order. */
async function run(): Promise<States[]> {
  const orders = ORDERS.map(({ flags, ...order }) => ({
    ...order,
    flags: ['--no-install', ...flags],
  }))
  const child = fork('tests/helpers/configured_app/run.ts', [JSON.stringify(orders)], {
    execArgv: ['--import=@poppinss/ts-exec'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  return new Promise((resolve, reject) => {
    child.on('message', (states: States[]) => resolve(states))
    ended.then(() => reject(new Error('It ended without a word')))
  })
}

test.group('node ace configure adonis-crm-chat', (group) => {
  let all: States[]
  const configured = (order: Order) => all[ORDERS.indexOf(order)]
  group.setup(async () => void (all = await run()))

  test('without a terminal and without a flag gives no access, and is the same a second time', async ({
    assert,
  }) => {
    const [before, after, again] = configured(PLAIN)
    assert.deepEqual(again, after)
    const config = after['config/chat.ts']
    assert.include(
      config,
      `import { byEmail, defineConfig, defineUserHost } from 'adonis-crm-chat'`
    )
    assert.include(config, `userModel: () => import('#models/user'),`)
    assert.include(config, `env.get('CHAT_ADMINS', '').split(',')`)
    assert.notInclude(config, 'guards')
    assert.include(after['.env'], 'CHAT_ADMINS=\nCHAT_AGENTS=')
    assert.include(after['start/env.ts'], 'CHAT_AGENTS: Env.schema.string.optional(),\n')
    assert.include(after['start/env.ts'], `APP_URL: Env.schema.string({ format: 'url'`)
    for (const name of [
      '@adonisjs/limiter/limiter_provider',
      '@adonisjs/transmit/transmit_provider',
      'adonis-crm-chat/chat_provider',
      'adonis-crm-chat/commands',
    ]) {
      assert.lengthOf(after['adonisrc.ts'].match(new RegExp(`'${name}'`, 'g')) ?? [], 1, name)
    }
    const added = Object.keys(after).filter((path) => !(path in before))
    const migrations = chatMigrations().map((name) => `database/migrations/chat/${name}.ts`)
    const configs = ['chat', 'limiter', 'transmit'].map((name) => `config/${name}.ts`)
    assert.sameMembers(added, [...configs, ...migrations])
  })

  test('has flags for what it asks: {code}')
    .with(ACCESS)
    .run(({ assert }, access) => {
      const [, after, again] = configured(WITH_FLAGS[ACCESS.indexOf(access)])
      const config = after['config/chat.ts']
      assert.include(config, `can: ${access.code}`)
      assert.include(config, `import('#users/models/user')`)
      assert.include(config, `    guards: ['web', 'api'],\n`)
      assert.deepEqual(again, after)
    })

  test('asks a person at a terminal, once', async ({ assert }) => {
    const [, after] = configured(AT_A_TERMINAL)
    assert.include(after['.env'], 'CHAT_ADMINS=ada@x.example\n')
  })
})
