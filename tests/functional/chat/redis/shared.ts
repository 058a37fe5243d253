import { randomUUID } from 'node:crypto'
import { DrillClient } from '#chat/drill/drill_client'
import { DrillVisitor } from '#chat/drill/drill_visitor'
import type { ChatWorld } from '#tests/helpers/chat_world'
import type { RedisProcess } from '#tests/helpers/redis_process'
import { ServerProcess } from '#tests/helpers/server_process'

/** Servers with this Redis between them; who is logged in at one is so at each. */
export function serversWith(redis: RedisProcess, count = 2) {
  const environment = { REDIS_URL: redis.url, NODE_ENV: 'development', LOG_LEVEL: 'warn' }
  return Promise.all(Array.from({ length: count }, () => ServerProcess.start(environment)))
}

/** A visitor under way who writes at one server and reads at another. */
export async function drillVisitor(world: ChatWorld, writesAt: string, readsAt: string) {
  const { token, conversation } = await world.chatting({
    name: `Visitor ${randomUUID().slice(0, 4)}`,
  })
  const at = (server: string) => `${server}/api/widget/${world.widget.publicKey}`
  const client = new SplitClient(at(writesAt), at(readsAt), token)
  return new DrillVisitor(client, conversation.externalId)
}

class SplitClient extends DrillClient {
  #reading: DrillClient

  constructor(writesAt: string, readsAt: string, token: string) {
    super(writesAt, token)
    this.#reading = new DrillClient(readsAt, token)
  }

  override get(path: string) {
    return this.#reading.get(path)
  }

  override stream() {
    return this.#reading.stream()
  }
}
