import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { CHECKS } from '#chat/doctor/checks'
import DueAction from '#chat/models/due_action'
import Widget from '#chat/models/widget'
import Webhook from '#chat/models/webhook'
import { toSqlUtc } from '#chat/models/columns'
import { ServingProcesses } from '#chat/services/processes/serving_processes'
import { soon } from '../routing/team.js'
import TeamSettings from '#chat/models/team_settings'
import { ModuleSwitch } from '#chat/host/module_switch'
import {
  defineUserHost,
  MigrationsPending,
  SetupError,
  type ChatConfig,
  type CrmHost,
} from '#chat/main'
import { printedBy } from '#tests/functional/crm/support'
import type { ImapMailbox } from '#chat/config/imap_mailbox'
import { MadeUpImap } from '#tests/helpers/imap_server'
import { rawMail } from '#tests/helpers/raw_mail'
import { type Contact } from './contacts.js'

/** What one of the checks says with these settings in place of the application's. */
async function says(name: string, changes: Partial<ChatConfig> = {}, application = app) {
  const [, check] = CHECKS.find(([each]) => each === name)!
  const config = { ...app.config.get<ChatConfig>('chat'), ...changes }
  try {
    return await check(application, config)
  } catch (error) {
    if (error instanceof SetupError) return error.message
    throw error
  }
}

test.group('node ace chat:doctor', () => {
  test('finds nothing wrong with what is right', async ({ assert }) => {
    await DueAction.query().delete()
    await Webhook.query().update({ failing_since: null })
    await Widget.query().update({ retention_days: null })
    for (const [name, check] of CHECKS) {
      await assert.doesNotReject(async () => check(app, app.config.get('chat')), name)
    }
  })

  test('says whether the mailbox of emails can be read', async ({ assert, cleanup }) => {
    const imap = await new MadeUpImap().start()
    cleanup(() => imap.stop() as never)
    const { mail } = app.config.get<ChatConfig>('chat')
    const read = (changes: Partial<ImapMailbox> = {}) => {
      const inbound = { ...mail.inbound!, imap: { ...imap.settings, ...changes } }
      return says('mailbox', { mail: { ...mail, inbound } })
    }
    assert.equal(await says('mailbox'), 'none is read')
    assert.match(String(await read()), /has 0 unread emails$/)
    await imap.deliver(rawMail({ to: 'chat@example.com' }))
    assert.match(String(await read()), /has 1 unread email$/)
    assert.match(String(await read({ password: 'wrong' })), /Wrong password.*mail\.inbound\.imap/)
  })

  test('says which due work is late, and which has failed', async ({ assert, cleanup }) => {
    const key = `reply-mail:${randomUUID()}`
    const row = {
      key,
      token: key.slice(-36),
      tenant_id: 'doctor',
      kind: 'reply-mail',
      payload: '{}',
    }
    cleanup(() => DueAction.query().where({ key }).delete() as never)
    const times = { attempts: 0, created_at: toSqlUtc(DateTime.utc()) }
    await DueAction.query().delete()
    const dueAt = toSqlUtc(DateTime.utc().plus({ minutes: 5 }))
    await db.table(DueAction.table).insert({ ...row, ...times, due_at: dueAt })
    assert.match(
      String(await says('due work')),
      /^reply-mail: 1 scheduled, the next in (299|300) s$/
    )
    assert.equal(await says('failed work'), 'none')

    const late = toSqlUtc(DateTime.utc().minus({ minutes: 5 }))
    await DueAction.query().where({ key }).update({ due_at: late })
    assert.match(
      String(await says('due work')),
      /^reply-mail: 1 scheduled, 1 due since 30\d s: no worker runs.*"node ace chat:work"$/
    )
    await DueAction.query().where({ key }).update({ due_at: null, error: 'Mailbox on fire' })
    assert.match(
      String(await says('failed work')),
      /^1 failed too often.*"Mailbox on fire".*chat:due/
    )
    await DueAction.query().where({ key }).update({ due_at: late, kind: 'of-next-year' })
    assert.match(String(await says('due work')), /this version of the chat cannot run/)
  })

  test('counts open streams', async ({ assert }) => {
    const processes = await app.container.make(ServingProcesses)
    processes.start()
    await soon(async () => /has \d+ open/.test(String(await says('streams'))))
    assert.match(String(await says('streams')), /\S+:\d+ has \d+ open/)
  })

  test('names a missing APP_KEY', async ({ assert, cleanup }) => {
    const key = process.env.APP_KEY
    cleanup(() => void (process.env.APP_KEY = key))
    delete process.env.APP_KEY
    assert.equal(await says('APP_KEY'), 'APP_KEY is empty: run "node ace generate:key"')
  })

  test('names an address that websites cannot reach, in production', async ({ assert }) => {
    const production = { inProduction: true } as typeof app
    for (const publicUrl of ['http://crm.example.com', 'https://localhost:3333']) {
      assert.include(await says('address', { publicUrl }, production), publicUrl)
    }
    const publicUrl = 'https://crm.example.com'
    assert.isUndefined(await says('address', { publicUrl }, production))
  })

  test('names the bases', async ({ assert }) => {
    assert.equal(
      await says('bases'),
      'pages /chat, settings /settings, public /p/chat, visitorApi /api/widget, assets /chat-assets, api /api/v1/live-chat'
    )
  })

  test('names a database that is not migrated, as the pages do', async ({ assert, cleanup }) => {
    const { table } = TeamSettings
    cleanup(() => void Object.defineProperty(TeamSettings, 'table', { value: table }))
    Object.defineProperty(TeamSettings, 'table', {
      value: 'no_such_table',
      configurable: true,
      writable: true,
    })
    const sentence = 'The chat cannot read its tables: run "node ace migration:run"'
    assert.equal(await says('database'), sentence)
    await assert.rejects(() => new ModuleSwitch().isEnabled('default'), sentence)
  })

  test('counts migrations that have not run', async ({ assert, cleanup }) => {
    const records = () => db.from('adonis_schema').where('name', 'like', '%create_chat_m%')
    const rows = await records().select('*')
    assert.isAbove(rows.length, 1)
    await records().delete()
    cleanup(async () => void (await db.table('adonis_schema').multiInsert(rows)))
    const { message } = new MigrationsPending(rows.length)
    assert.equal(await says('migrations'), message)
    const { exitCode, output } = await printedBy('chat:doctor', [])
    assert.equal(exitCode, 1)
    assert.include(output, 'retention: not checked while "migrations" fails')
  })

  test('names a layout that drops a slot, or is none', async ({ assert }) => {
    assert.include(await says('layout', { layout: 'crm/components/flash' }), 'must render the slot')
    assert.include(await says('layout', { layout: 'nothing' }), '"nothing" in config/chat.ts')
  })

  test('names a method that the host lacks', async ({ assert }) => {
    const host = async () => ({}) as CrmHost
    assert.include(await says('host', { host }), '"registerModule"')
  })

  test('names a user model that is none, and says when no user may reply', async ({ assert }) => {
    const made = (model: unknown) =>
      defineUserHost({
        userModel: async () => ({ default: model as typeof Contact }),
        can: () => false,
      })
    assert.include(await says('agents', { host: made(class {}) }), 'userModel in config/chat.ts')
    const host = defineUserHost({
      userModel: () => import('#crm/models/user'),
      can: () => false,
    })
    assert.include(await says('agents', { host }), 'no user may answer chats yet')
  })
})
