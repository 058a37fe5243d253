import type { MailRound, MailsTaken } from '../processes/mail_sink.js'
import { runOnce, start } from '../support/child.js'
import { createDatabase } from '../support/database.js'
import { productionEnv } from '../support/environment.js'
import { median } from '../support/statistics.js'

const MAILS = 100
const ROUNDS = 3

export interface MailResult {
  /** Emails per second; the floor's are in the same rounds. */
  product: number
  floor: number
}

/**
 * Emails about unread replies that one process writes and sends per second, beside the framework's mailer, which sends
 * a text that is there already to the same server.
 */
export async function measureMail(): Promise<MailResult> {
  const database = await createDatabase('sqlite', 'mail')
  const { child: sink, greeting: port } = await start<number>('mail_sink', {})
  const smtp = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port) }
  const env = { ...productionEnv(database), ...smtp }
  await runOnce('prepare', env, { visitors: MAILS, agents: 1, conversations: 0 })
  const { child: product } = await start('server', env)
  const { child: floor } = await start('mail_floor', smtp)
  const round = async (send: () => Promise<unknown>) => {
    const taken = sink.ask<MailsTaken>({ mails: MAILS } satisfies MailRound)
    await send()
    return MAILS / (await taken).seconds
  }
  try {
    const rates = { product: [] as number[], floor: [] as number[] }
    for (let n = 0; n < ROUNDS; n++) {
      rates.floor.push(await round(() => floor.ask({ mails: MAILS })))
      rates.product.push(await round(() => product.ask({ due: { mails: MAILS } })))
    }
    return { product: median(rates.product), floor: median(rates.floor) }
  } finally {
    await Promise.all([product, floor, sink].map((child) => child.stop()))
    await database.remove()
  }
}
