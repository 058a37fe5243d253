import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import type { InboundMail } from '#chat/config/mail_config'
import DueAction from '#chat/models/due_action'
import { MAILBOX } from '#chat/services/mail/imap/mailbox_lease'
import { MailboxReader } from '#chat/services/mail/imap/mailbox_reader'
import { openMailbox } from '#chat/services/mail/imap/open_mailbox'
import { MailboxWorker } from '#chat/workers/mailbox_worker'
import type { ChatWorld } from '#tests/helpers/chat_world'
import { Dovecot, hasDovecot } from '#tests/helpers/dovecot'
import { withoutDueWorker } from '#tests/helpers/due_actions'
import { MadeUpImap, type ImapServer } from '#tests/helpers/imap_server'
import { mailWithFiles, rawMail } from '#tests/helpers/raw_mail'
import { PDF } from '#tests/helpers/sample_files'
import { ServerProcess } from '#tests/helpers/server_process'
import { soon } from '../routing/team.js'
import { asked, messagesOf } from './answering.js'

const PATIENCE = 30_000

/** A worker that reads the server's mailbox. */
async function workerOf({ chat }: ChatWorld, imap: ImapServer, more: Partial<InboundMail> = {}) {
  const settings = { ...chat.config.mail.inbound!, imap: imap.settings, ...more }
  const logger = await app.container.make('logger')
  return new MailboxWorker({ settings, inbound: chat.mails.inbound, logger })
}

/** Nothing is left of earlier tests. */
const forgetLease = () => DueAction.query().where('key', MAILBOX).delete()

const servers: [name: string, start: () => Promise<ImapServer>][] = [
  ['a server that is made up', () => new MadeUpImap().start()],
  ...(hasDovecot()
    ? [['Dovecot', () => Dovecot.start()] as [string, () => Promise<ImapServer>]]
    : []),
]

for (const [name, start] of servers) {
  test.group(`Emails of a mailbox (N1): ${name}`, (group) => {
    let imap: ImapServer

    group.setup(withoutDueWorker)
    group.each.setup(async () => {
      await forgetLease()
      imap = await start()
      return async () => void (await imap.stop())
    })

    test('become messages as if they were handed over, and are marked as read', async ({
      assert,
    }) => {
      const { world, conversation, to } = await asked()
      await imap.deliver(rawMail({ to, text: 'First' }))
      await imap.deliver(mailWithFiles({ to, text: 'Second' }, [{ name: 'a.pdf', bytes: PDF }]))
      await (await workerOf(world, imap)).round()
      const messages = await messagesOf(world, conversation)
      assert.deepEqual(
        messages.slice(-2).map(({ content, type }) => [content, type]),
        [
          ['First', 'text'],
          ['Second', 'file'],
        ]
      )
      assert.deepEqual(await imap.flags(), ['Seen', 'Seen'])
    })

    test('that are refused are flagged for people; larger ones are not loaded', async ({
      assert,
    }) => {
      const { world, conversation, to } = await asked()
      const before = (await messagesOf(world, conversation)).length
      await imap.deliver(rawMail({ to: 'chat@inbound.example' }))
      await imap.deliver(Buffer.from('no email at all\r\n'))
      await imap.deliver(rawMail({ to, text: 'x'.repeat(60_000) }))
      await imap.deliver(rawMail({ to, text: 'Small' }))
      await imap.deliver(rawMail({ to, more: ['Auto-Submitted: auto-replied'] }))
      await (await workerOf(world, imap, { maxBytes: 50_000 })).round()
      const flagged = 'Flagged Seen'
      assert.deepEqual(await imap.flags(), [flagged, flagged, flagged, 'Seen', 'Seen'])
      const messages = await messagesOf(world, conversation)
      assert.deepEqual(
        messages.slice(before).map(({ content }) => content),
        ['Small']
      )
    })

    test('one that cannot be handled now stays, does not delay those behind it, and is tried again later', async ({
      assert,
    }) => {
      const { world, conversation, to } = await asked()
      for (const text of ['Fails', 'Passes']) await imap.deliver(rawMail({ to, text }))
      let failures = 2
      const { inbound: real } = world.chat.mails
      const inbound = {
        receive: async (raw: Buffer) => {
          if (raw.includes('Fails') && failures-- > 0) throw new Error('The database is away')
          return real.receive(raw)
        },
      }
      const warnings: unknown[] = []
      const logger = { warn: (...about: unknown[]) => void warnings.push(about) }
      const mailbox = await openMailbox(imap.settings)
      let minutes = 0
      const { DateTime } = await import('luxon')
      const reader = new MailboxReader(mailbox, { inbound, maxBytes: 1e6, logger }, () =>
        DateTime.utc().plus({ minutes })
      )
      await reader.take()
      assert.deepEqual(await imap.flags(), ['', 'Seen'])
      await reader.take()
      assert.lengthOf(warnings, 1, 'not tried again before its time')
      for (minutes of [1, 4]) await reader.take()
      mailbox.close()
      assert.lengthOf(warnings, 2)
      assert.deepEqual(await imap.flags(), ['Seen', 'Seen'])
      const texts = (await messagesOf(world, conversation)).map(({ content }) => content)
      assert.deepEqual(texts.slice(-2), ['Passes', 'Fails'])
    })

    test('that arrive while the mailbox is open are taken soon', async ({ assert, cleanup }) => {
      const { world, conversation, to } = await asked()
      const worker = await workerOf(world, imap)
      await imap.deliver(rawMail({ to, text: 'Early' }))
      worker.start()
      cleanup(() => worker.stop())
      const last = async () => (await messagesOf(world, conversation)).at(-1)!.content
      await soon(async () => (await last()) === 'Early', PATIENCE)
      await imap.deliver(rawMail({ to, text: 'Late' }))
      await soon(async () => (await last()) === 'Late', PATIENCE)
      await worker.stop()
      const lease = await DueAction.findOrFail(MAILBOX)
      assert.isAtMost(lease.dueAt!.toMillis(), Date.now())
      await soon(async () => (await imap.flags()).every((flags) => flags === 'Seen'))
    })

    test('a server that knows neither password nor folder is asked less and less often', async ({
      assert,
    }) => {
      const { world } = await asked()
      for (const wrong of [{ password: 'wrong' }, { mailbox: 'Nowhere' }]) {
        await forgetLease()
        const settings = { ...imap.settings, ...wrong }
        const worker = await workerOf(world, { ...imap, settings } as ImapServer)
        await worker.round()
        const { dueAt, error } = await DueAction.findOrFail(MAILBOX)
        assert.isAbove(dueAt!.toMillis(), Date.now() + 3000)
        assert.isAbove(error!.length, 5)
      }
    })
  })
}

test.group('Emails of a mailbox and processes', (group) => {
  let imap: MadeUpImap

  group.setup(withoutDueWorker)
  group.each.setup(async () => {
    await forgetLease()
    imap = await new MadeUpImap().start()
    return async () => void (await imap.stop())
  })

  test('one among 10,000 costs three commands', async ({ assert }) => {
    const { world, to } = await asked()
    const old = { raw: rawMail({ to, text: 'Old' }), flags: new Set(['Seen']) }
    for (let n = 0; n < 10_000; n += 1) imap.mails.push(old)
    const mailbox = await openMailbox(imap.settings)
    const logger = await app.container.make('logger')
    const { inbound } = world.chat.mails
    const reader = new MailboxReader(mailbox, { inbound, maxBytes: 1e6, logger })
    await imap.deliver(rawMail({ to, text: 'New' }))
    imap.commands.length = 0
    await reader.take()
    mailbox.close()
    assert.deepEqual(
      imap.commands.map((command) => command.split(' ').slice(0, 2).join(' ')),
      ['UID SEARCH', 'UID FETCH', 'UID STORE']
    )
  })

  test('what was stored, but not marked, is recognised when it is read again', async ({
    assert,
  }) => {
    const { world, conversation, to } = await asked()
    await imap.deliver(rawMail({ to, text: 'Once' }))
    const worker = await workerOf(world, imap)
    imap.dropsAt = /STORE/
    await worker.round()
    imap.mails[0].flags.clear()
    imap.dropsAt = null
    await forgetLease()
    await worker.round()
    assert.deepEqual(await imap.flags(), ['Seen'])
    const texts = (await messagesOf(world, conversation)).map(({ content }) => content)
    assert.lengthOf(
      texts.filter((text) => text === 'Once'),
      1
    )
  })

  test('of two processes one reads the mailbox; when it is killed between storing and marking, the other stores nothing twice', async ({
    assert,
    cleanup,
  }) => {
    const { world, conversation, to } = await asked()
    const { host, port, user, password } = imap.settings
    const environment = {
      ...{ IMAP_HOST: host, IMAP_PORT: String(port), IMAP_USER: user, IMAP_PASSWORD: password },
      IMAP_SECURE: 'false',
    }
    const both = await Promise.all([1, 2].map(() => ServerProcess.start(environment)))
    cleanup(async () => void (await Promise.all(both.map((server) => server.stop()))))
    await soon(async () => imap.sessions === 1, PATIENCE)
    const texts = async () => (await messagesOf(world, conversation)).map(({ content }) => content)

    // Whichever reads it hears nothing of what it marks, and is killed there
    imap.dropsAt = /STORE/
    await imap.deliver(rawMail({ to, text: 'Once' }))
    await soon(async () => (await texts()).includes('Once'), PATIENCE)
    await Promise.all(both.map((server) => server.stop('SIGKILL')))
    imap.mails[0].flags.clear()
    imap.dropsAt = null
    // Its lease has ended
    await DueAction.query().where('key', MAILBOX).update({ due_at: '2020-01-01 00:00:00.000' })
    const next = await ServerProcess.start(environment)
    cleanup(async () => void (await next.stop()))
    await soon(async () => (await imap.flags())[0] === 'Seen', PATIENCE)
    assert.lengthOf(
      (await texts()).filter((text) => text === 'Once'),
      1
    )
  }).timeout(120_000)

  test('no process reads what another has claimed, and each may claim what is released', async ({
    assert,
  }) => {
    const { world, to } = await asked()
    const [one, other] = [await workerOf(world, imap), await workerOf(world, imap)]
    one.start()
    await soon(async () => imap.sessions === 1, PATIENCE)
    await other.round()
    assert.equal(imap.sessions, 1)
    await one.stop()
    await imap.deliver(rawMail({ to }))
    await other.round()
    assert.deepEqual(await imap.flags(), ['Seen'])
  })
})
