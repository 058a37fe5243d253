import { createDatabase, type Engine } from './database.js'
import { runOnce, start } from './child.js'
import { productionEnv } from './environment.js'
import { logIn } from './agent_session.js'
import type { Populated } from './population.js'

const AGENTS = 6

/** The product in production with a history of conversations, and an agent who is logged in. */
export type Site = Awaited<ReturnType<typeof openSite>>

export async function openSite(engine: Engine, name: string, conversations: number, port: number) {
  const database = await createDatabase(engine, name)
  const env = productionEnv(database, port)
  const wanted = { visitors: 0, agents: AGENTS, conversations }
  const populated = await runOnce<Populated>('prepare', env, wanted)
  const { child: server } = await start('server', env)
  const cookie = await logIn(env.APP_URL, populated.agents[0])
  const close = async () => {
    await server.stop()
    await database.remove()
  }
  return { database: database.label, server, port, cookie, conversations, ...populated, close }
}
