import app from '@adonisjs/core/services/app'
import { AddressRefused, type ChatMail, type ChatMailer } from '#chat/contracts/chat_mailer'

/** What is used of a message of `@adonisjs/mail`, which a host may not have. */
interface MailMessage {
  from(address: string, name?: string): this
  to(address: string, name?: string): this
  replyTo(address: string): this
  subject(text: string): this
  html(content: string): this
  text(content: string): this
  messageId(id: string): this
  inReplyTo(id: string): this
  references(ids: string[]): this
  header(name: string, value: string): this
  preparedHeader(name: string, value: string): this
}

interface MailManager {
  config: { from?: string | { address: string; name?: string } }
  use(mailer?: string): { send(compose: (message: MailMessage) => void): Promise<unknown> }
}

interface Options {
  /** One of the mailers of `config/mail.ts`; its default when omitted. */
  mailer?: string
  /** The address of the sender; the one of `config/mail.ts` when omitted. */
  from?: string
}

const BINDING = 'mail.manager'

/** The chat's emails by the host's `@adonisjs/mail`; null where the host has none. */
export function adonisMailer(options: Options = {}) {
  return async (): Promise<ChatMailer | null> => {
    const container = app.container as {
      hasBinding(name: string): boolean
      make(name: string): Promise<unknown>
    }
    if (!container.hasBinding(BINDING)) return null
    return new AdonisMailer((await container.make(BINDING)) as MailManager, options)
  }
}

/** Sends by a manager of `@adonisjs/mail`. */
export class AdonisMailer implements ChatMailer {
  constructor(
    private manager: Pick<MailManager, 'config' | 'use'>,
    private options: Options = {}
  ) {}

  async send(mail: ChatMail) {
    const from = this.options.from ?? addressIn(this.manager.config.from)
    const compose = (message: MailMessage) => {
      if (from) message.from(from, mail.senderName)
      message.to(mail.to.address, mail.to.name ?? undefined)
      message.subject(mail.subject).html(mail.html).text(mail.text).messageId(mail.messageId)
      if (mail.replyTo) message.replyTo(mail.replyTo)
      if (mail.inReplyTo) message.inReplyTo(mail.inReplyTo).references(mail.references)
      for (const [name, value] of Object.entries(mail.headers)) message.preparedHeader(name, value)
    }
    await this.manager
      .use(this.options.mailer)
      .send(compose)
      .catch((error: unknown) => {
        throw isAddressRefused(error) ? new AddressRefused(String(error)) : error
      })
  }
}

const addressIn = (from: MailManager['config']['from']) =>
  typeof from === 'string' ? from : from?.address

/** A permanent refusal of the recipient (RFC 5321, 4.2.1): the server has taken no other command amiss. */
function isAddressRefused(error: unknown): boolean {
  const { responseCode, command, cause } = error as {
    responseCode?: number
    command?: string
    cause?: unknown
  }
  if (command === 'RCPT TO' && responseCode && responseCode >= 500) return true
  return cause instanceof Error && isAddressRefused(cause)
}
