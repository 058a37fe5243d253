import { MailManager } from '@adonisjs/mail'
import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import { say } from '../support/child.js'
import type { MailRound } from './mail_sink.js'

/** What the product sends at a time, and the size of its emails. */
const AT_A_TIME = 4
const HTML = `<p>${'It is on its way. '.repeat(400)}</p>`

/** The floor of emails: the framework's mailer alone sends texts that are there already. */
const smtp = () =>
  new SMTPTransport({ host: process.env.SMTP_HOST!, port: Number(process.env.SMTP_PORT) })
const emitter = { emit: async () => {} }
const manager = new MailManager(emitter as never, {
  default: 'smtp' as const,
  from: 'chat@crm.example',
  mailers: { smtp },
})

process.on('message', async ({ mails }: MailRound) => {
  let left = mails
  const send = async () => {
    while (left-- > 0) {
      await manager.use('smtp').send((message) => {
        message.to('vera@example.com').subject('A reply').html(HTML).text('It is on its way.')
      })
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, send))
  say('sent')
})
say('ready')
