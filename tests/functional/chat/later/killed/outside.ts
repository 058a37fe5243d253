import type { Assert } from '@japa/assert'
import type { HostPush } from '#chat/contracts/push_driver'
import { MailServer } from '#tests/helpers/mail_server'
import { PushService } from '#tests/helpers/push_service'
import { Receiver } from '#tests/helpers/webhook_receiver'

type Cleanup = (end: () => void | Promise<void>) => void

/** The path of the host's pushes; every other one is that of webhooks. */
const HOST = '/host'

/** A push by either way, as far as it says what it is about. */
interface SeenPush {
  topic: string
  /** Which state of its subject; of pushes by a push service. */
  version?: string
  kind: string
  conversation: string
}

/** What is outside of the chat: a mail server, a push service, and a server for webhooks and the host's own pushes. */
export class Outside {
  private constructor(
    readonly mailServer: MailServer,
    readonly pushService: PushService,
    readonly receiver: Receiver,
    /** What leads a process of the chat there. */
    readonly environment: Record<string, string>
  ) {}

  static async start(cleanup: Cleanup) {
    const mailServer = await new MailServer().start()
    cleanup(() => mailServer.stop())
    const [pushService, receiver] = [
      await PushService.start(cleanup),
      await Receiver.start(cleanup),
    ]
    return new Outside(mailServer, pushService, receiver, {
      ...pushService.environment(cleanup),
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mailServer.port),
      HOST_PUSHES: `http://127.0.0.1:${receiver.port}${HOST}`,
    })
  }

  /** How much has come so far, of all kinds. */
  get count() {
    const { mailServer, pushService, receiver } = this
    return mailServer.mails.length + pushService.received.length + receiver.received.length
  }

  get pushes(): SeenPush[] {
    return this.pushService.received.map(({ message }) => message)
  }

  get hostPushes(): SeenPush[] {
    const received = this.receiver.received.filter(({ path }) => path === HOST)
    return received.map(({ json }) => {
      const { topic, kind, conversationId: conversation } = json as HostPush
      return { topic, kind, conversation }
    })
  }

  /** The ids of the deliveries that webhooks have brought. */
  get deliveries(): string[] {
    const received = this.receiver.received.filter(({ path }) => path !== HOST)
    return received.map(({ headers }) => String(headers['x-chat-delivery']))
  }

  /** There is one email to this address with this in its subject: repeats have its `Message-ID`. */
  assertMailedOnce(assert: Assert, address: string, subject = '') {
    const about = this.mailServer.mails.filter(
      (mail) => mail.to?.some((to) => to.address === address) && mail.subject?.includes(subject)
    )
    assert.lengthOf(new Set(about.map(({ messageId }) => messageId)), 1, `${address} ${subject}`)
  }
}
