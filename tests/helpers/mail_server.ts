import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail server that takes what it is sent, and shows it. */
export class MailServer {
  readonly mails: Email[] = []
  /** Addresses that it refuses permanently. */
  readonly refused = new Set<string>()
  /** Whether it takes emails and loses its answers: the sender sees a closed connection. */
  isMute = false
  readonly #server: SMTPServer

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _, done) => {
        const unknown = Object.assign(new Error('No such user'), { responseCode: 550 })
        done(this.refused.has(address) ? unknown : null)
      },
      onData: (stream, { id }, done) => {
        void buffer(stream)
          .then(PostalMime.parse)
          .then((mail) => {
            this.mails.push(mail)
            if (!this.isMute) return done()
            for (const each of this.#server.connections as Set<any>)
              if (each.id === id) each._socket.destroy()
          })
          // A sender that ended before its email had
          .catch(() => {})
      },
    })
    this.#server.on('error', () => {})
  }

  async start() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server.server, 'listening')
    return this
  }

  get port() {
    return (this.#server.server.address() as AddressInfo).port
  }

  stop() {
    return new Promise<void>((resolve) => this.#server.close(resolve))
  }
}
