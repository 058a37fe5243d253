import { fork } from 'node:child_process'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { chatMigrations } from '#chat/configure/migrations'
import type { Files, Order } from '#tests/helpers/configured_app/run'

/** The files of an application before, after and after a second time of configuring the chat in it. */
async function configured(...flags: string[]) {
  return run({ flags: ['--no-install', ...flags] })
}

async function run(order: Order): Promise<[before: Files, after: Files, again: Files]> {
  const child = fork('tests/helpers/configured_app/run.ts', [JSON.stringify(order)], {
    execArgv: ['--import=@poppinss/ts-exec'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  return new Promise((resolve, reject) => {
    child.on('message', ({ states }: { states: [Files, Files, Files] }) => resolve(states))
    ended.then(() => reject(new Error('It ended without a word')))
  })
}

test.group('node ace configure adonis-crm-chat', (group) => {
  // Each compiles an application of its own, beside whatever else the machine does
  group.each.timeout(120_000)

  test('without a terminal and without a flag gives no access, and is the same a second time', async ({
    assert,
  }) => {
    const [before, after, again] = await configured()
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
    .with([
      {
        code: 'byEmail({',
        given: ['--access=emails', '--admins=ada@x.example', '--agents=bob@x.example'],
      },
      { code: 'everyone(),', given: ['--access=everyone'] },
      {
        code: `byRole('kind', { admins: ['owner', 'boss'], agents: ['sales'] })`,
        given: ['--access=role', '--role-column=kind', '--admins=owner,boss', '--agents=sales'],
      },
    ])
    .run(async ({ assert }, { code, given }) => {
      const [, after, again] = await configured(
        ...given,
        '--user-model=#users/models/user',
        '--guards=web,api'
      )
      const config = after['config/chat.ts']
      assert.include(config, `can: ${code}`)
      assert.include(config, `import('#users/models/user')`)
      assert.include(config, `    guards: ['web', 'api'],\n`)
      assert.deepEqual(again, after)
    })

  test('asks a person at a terminal, once', async ({ assert }) => {
    const answers = {
      'Who may use the chat?': 0,
      'E-mail addresses of the admins': 'ada@x.example',
    }
    const [, after] = await run({ flags: ['--no-install'], answers })
    assert.include(after['.env'], 'CHAT_ADMINS=ada@x.example\n')
  })
})
