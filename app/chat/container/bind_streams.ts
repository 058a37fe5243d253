import type { ModuleSources } from '#chat/container/module_sources'
import { READS_REMEMBERED } from '#chat/realtime/heartbeat'
import { RecentChanges } from '#chat/realtime/recent_changes'
import { StreamCredentials } from '#chat/realtime/stream_credentials'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { ChatService } from '#chat/services/chat_service'
import { giveLastResponses } from '#chat/services/processes/last_responses'
import { ServingProcesses } from '#chat/services/processes/serving_processes'

/** Binds the event streams of this process, which end before the server does. */
export function bindStreams(sources: ModuleSources) {
  const { app } = sources
  app.container.singleton(StreamGateway, async (resolver) => {
    const [transmit, logger] = [await resolver.make('transmit'), await resolver.make('logger')]
    const changes = new RecentChanges(await sources.client(), READS_REMEMBERED)
    const { host, agents } = await resolver.make(ChatService)
    const credentials = new StreamCredentials(host)
    const processes = await resolver.make(ServingProcesses)
    const others = {
      mayMissFrames: () => processes.mayMissFrames(),
      areThere: () => processes.count > 1,
      counts: await sharedCounts(sources),
    }
    const { streams } = sources.config
    const gateway = new StreamGateway(streams, transmit, changes, credentials, logger, others)
    // Registered before the first request can open a stream: a server that closes waits for the end of all of them
    const server = await resolver.make('server')
    app.terminating(() => {
      agents.presence.stop()
      giveLastResponses(server.getNodeServer())
      return gateway.close()
    })
    return gateway
  })
}

/** Counts of all processes, of streams and of the agents who hold one; undefined without Redis. */
async function sharedCounts(sources: ModuleSources) {
  const { app } = sources
  const link = await sources.redisLink()
  if (!link) return undefined
  const { SharedCounts } = await import('#chat/redis/shared_counts')
  const counts = new SharedCounts(link)
  app.terminating(() => counts.stop())
  const { agents } = await app.container.make(ChatService)
  agents.presence.countWith(counts)
  return counts
}
