import { setTimeout as wait } from 'node:timers/promises'
import { PushService } from '../../tests/helpers/push_service.js'
import { runOnce, start } from '../support/child.js'
import { createDatabase } from '../support/database.js'
import { PRODUCT_PORT, productionEnv } from '../support/environment.js'
import type { KnownVisitor, Populated } from '../support/population.js'
import { RawClient } from '../support/raw_client.js'
import { spread, type Spread } from '../support/statistics.js'
import { postMessage } from '../support/writing.js'

/** Each pushes once: a second message within a minute is counted silently. */
const PUSHES = 60
const EVERY_MS = 50
const MAILS = 100
const PATIENCE_MS = 20_000

export interface PushResult {
  /** Milliseconds from the visitor's POST until the push service has the push. */
  busy: Spread
  idle: Spread
}

/** How late pushes are while emails go out as well; the floor is the same without them. */
export async function measurePush(): Promise<PushResult> {
  const ends: (() => void)[] = []
  const service = await PushService.start((end) => ends.push(end))
  const database = await createDatabase('sqlite', 'push')
  const { child: sink, greeting: port } = await start<number>('mail_sink', {})
  const outside = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port) }
  const push = service.environment((end) => ends.push(end))
  const env = { ...productionEnv(database), ...outside, ...push }
  const wanted = { visitors: 2 * PUSHES + MAILS, agents: 1, conversations: 0 }
  const { key, visitors } = await runOnce<Populated>('prepare', env, wanted)
  const { child: product } = await start('server', env)
  try {
    const browser = service.browser().subscription
    await product.ask({ due: { answered: 2 * PUSHES, browser } })
    const idle = await latenessOf(service, key, visitors.slice(0, PUSHES))
    await product.ask({ due: { mails: MAILS } })
    const busy = await latenessOf(service, key, visitors.slice(PUSHES, 2 * PUSHES))
    return { busy: spread(busy), idle: spread(idle) }
  } finally {
    await Promise.all([product, sink].map((child) => child.stop()))
    await database.remove()
    for (const end of ends) end()
  }
}

async function latenessOf(service: PushService, key: string, visitors: KnownVisitor[]) {
  const client = new RawClient(PRODUCT_PORT)
  const sentAt = new Map<string, number>()
  const before = service.received.length
  for (const visitor of visitors) {
    sentAt.set(visitor.conversation, Date.now())
    await postMessage(client, key, visitor)
    await wait(EVERY_MS)
  }
  await service.gets(before + visitors.length, PATIENCE_MS)
  client.close()
  return service.received
    .slice(before)
    .map(({ message, at }) => at - sentAt.get(message.conversation)!)
}
