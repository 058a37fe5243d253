import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { say } from '../support/child.js'

/** How many emails are to come before it answers. */
export interface MailRound {
  mails: number
}

/** Seconds from the first to the last of them. */
export interface MailsTaken {
  seconds: number
}

/** A mail server that takes what it gets. */
const arrivals: number[] = []
let wanted = Number.POSITIVE_INFINITY

function arrived() {
  arrivals.push(performance.now())
  if (arrivals.length < wanted) return
  wanted = Number.POSITIVE_INFINITY
  say({ seconds: (arrivals.at(-1)! - arrivals[0]) / 1000 } satisfies MailsTaken)
}

const server = new SMTPServer({
  authOptional: true,
  disableReverseLookup: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _, done) => {
    stream.resume()
    stream.on('end', () => {
      done()
      arrived()
    })
  },
})
// A sender that ends in the middle
server.on('error', () => {})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')

process.on('message', ({ mails }: MailRound) => {
  arrivals.length = 0
  wanted = mails
})
say((server.server.address() as AddressInfo).port)
