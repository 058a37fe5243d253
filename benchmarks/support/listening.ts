import type { Delivered, ListeningRound } from '../processes/listener.js'
import { logIn } from './agent_session.js'
import { runOnce, start, type Child } from './child.js'
import { createDatabase } from './database.js'
import { PRODUCT_PORT, productionEnv } from './environment.js'
import type { Populated } from './population.js'

/** How many of each there are: the first visitors write, the others listen. */
export interface Crowd {
  writers: number
  visitors: number
  agents: number
  conversations: number
}

export interface Listening {
  product: Child
  /** The visitors who do not write. */
  visitors: Populated['visitors']
  /** Of the agents who have logged in. */
  sessions: string[]
  /** Opens these streams while the writers write. */
  listen(
    round: Pick<ListeningRound, 'listeners' | 'agents' | 'perSecond' | 'seconds'>
  ): Promise<Delivered>
}

/** Runs the work with a filled database, the product and a listener, each a process of its own; then removes all. */
export async function whileListening<Result>(
  name: string,
  { writers, visitors: listeners, agents: team, conversations }: Crowd,
  work: (listening: Listening) => Promise<Result>
): Promise<Result> {
  const database = await createDatabase('sqlite', name)
  const env = productionEnv(database)
  const wanted = { visitors: writers + listeners, agents: team, conversations }
  const { key, visitors, agents } = await runOnce<Populated>('prepare', env, wanted)
  const { child: product } = await start('server', env)
  const { child: listener } = await start('listener', {})
  try {
    const sessions: string[] = []
    for (const agent of agents) sessions.push(await logIn(env.APP_URL, agent))
    const writing = { port: PRODUCT_PORT, key, writers: visitors.slice(0, writers) }
    return await work({
      product,
      visitors: visitors.slice(writers),
      sessions,
      listen: (round) => listener.ask<Delivered>({ ...writing, ...round }),
    })
  } finally {
    await Promise.all([product, listener].map((child) => child.stop()))
    await database.remove()
  }
}
