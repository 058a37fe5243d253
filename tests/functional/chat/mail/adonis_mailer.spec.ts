import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { MailManager } from '@adonisjs/mail'
import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import { AddressRefused, type ChatMail } from '#chat/contracts/chat_mailer'
import { AdonisMailer, adonisMailer } from '#chat/host/adonis_mailer'
import { MailServer } from '#tests/helpers/mail_server'

const MAIL: ChatMail = {
  tenantId: 'default',
  messageId: '<one@crm.example>',
  senderName: 'Zoë Agent (Café Ünï)',
  to: { address: 'vera@example.com', name: 'Vera "V" Visitor' },
  subject: 'Zoë from Café Ünï replied',
  html: '<p>Grüße</p>',
  text: 'Grüße',
  inReplyTo: '<zero@crm.example>',
  references: ['<minus@crm.example>', '<zero@crm.example>'],
  headers: {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': '<https://crm.example/stop>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
}

test.group('Emails by the host’s own mailer', (group) => {
  const server = new MailServer()
  group.setup(async () => {
    await server.start()
    return () => server.stop()
  })

  /** A host's mailer that sends to this test's mail server. */
  async function mailer() {
    const emitter = await app.container.make('emitter')
    const smtp = () => new SMTPTransport({ host: '127.0.0.1', port: server.port })
    const config = { default: 'smtp' as const, from: 'chat@crm.example', mailers: { smtp } }
    return new AdonisMailer(new MailManager(emitter as never, config))
  }

  test('arrive as they were written', async ({ assert }) => {
    await (await mailer()).send(MAIL)
    const mail = server.mails.at(-1)!
    assert.equal(mail.messageId, MAIL.messageId)
    assert.deepEqual(mail.from, { name: MAIL.senderName, address: 'chat@crm.example' })
    assert.deepEqual(mail.to, [{ name: MAIL.to.name!, address: MAIL.to.address }])
    assert.equal(mail.subject, MAIL.subject)
    assert.equal(mail.text?.trim(), MAIL.text)
    assert.equal(mail.html?.trim(), MAIL.html)
    assert.equal(mail.inReplyTo, MAIL.inReplyTo)
    assert.equal(mail.references, MAIL.references.join(' '))
    const headers = new Map(mail.headers.map(({ key, value }) => [key, value]))
    for (const [name, value] of Object.entries(MAIL.headers)) {
      assert.equal(headers.get(name.toLowerCase()), value)
    }
  })

  test('refused permanently are distinct from those that may be taken later', async ({
    assert,
  }) => {
    server.refused.add('gone@example.com')
    const to = { address: 'gone@example.com', name: null }
    const refused = await (await mailer()).send({ ...MAIL, to }).catch((error) => error)
    assert.instanceOf(refused, AddressRefused)
    server.isMute = true
    const lost = await (await mailer()).send(MAIL).catch((error) => error)
    server.isMute = false
    assert.instanceOf(lost, Error)
    assert.notInstanceOf(lost, AddressRefused)
  })

  test('come from what the host’s container has', async ({ assert }) => {
    assert.instanceOf(await adonisMailer()(), AdonisMailer)
  })
})
