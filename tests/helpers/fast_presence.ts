import app from '@adonisjs/core/services/app'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import type { ChatWorld } from '#tests/helpers/chat_world'

/** Signs of life come and are missed within seconds. Answers with what puts the clocks back. */
export async function fastPresence({ chat: { config } }: ChatWorld, onlineSeconds = 3) {
  const gateway = await app.container.make(StreamGateway)
  const { agentOnlineSeconds } = config
  const { heartbeatSeconds } = config.streams
  const tick = (online: number, heartbeat: number) => {
    config.agentOnlineSeconds = online
    config.streams.heartbeatSeconds = heartbeat
    gateway.start()
  }
  tick(onlineSeconds, onlineSeconds / 8)
  return () => tick(agentOnlineSeconds, heartbeatSeconds)
}
