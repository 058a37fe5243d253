import type { ModuleSources } from '#chat/container/module_sources'
import { ChatLimits } from '#chat/http/chat_limits'
import { PublicRoutes } from '#chat/http/public_routes'
import { ChatMetrics } from '#chat/metrics/chat_metrics'
import { ProcessCounters } from '#chat/metrics/process_counters'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { ChatService } from '#chat/services/chat_service'
import { Health } from '#chat/services/processes/health'
import { ProcessRows } from '#chat/services/processes/process_rows'
import { ServingProcesses } from '#chat/services/processes/serving_processes'
import { renderView } from '#chat/support/render_view'

/** Binds the public API and what serves requests beside it. */
export function bindServices(sources: ModuleSources) {
  const { app } = sources
  const { container } = app
  container.singleton(ChatService, async (resolver) => {
    const emitter = await resolver.make('emitter')
    const { config } = sources
    const files = { store: await config.files.store(), scanner: await config.files.scanner() }
    const [mailer, pushDriver] = [await config.mailer(), await config.pushDriver()]
    const tools = { mailer, render: renderView, pushDriver, files }
    const [host, client] = [await sources.host(), await sources.client()]
    return new ChatService(config, host, client, emitter, tools)
  })
  container.singleton(ServingProcesses, async (resolver) => {
    const rows = new ProcessRows(await sources.client())
    const hasBus = Boolean(app.config.get('transmit.transport'))
    const logger = await resolver.make('logger')
    return new ServingProcesses({ rows, hasBus, bus: await sources.redisLink(), logger })
  })
  container.singleton(Health, async () => new Health(await sources.client()))
  container.singleton(ProcessCounters, () => new ProcessCounters())
  container.singleton(ChatMetrics, async (resolver) => {
    const counters = await resolver.make(ProcessCounters)
    const gateway = await resolver.make(StreamGateway)
    const processes = await resolver.make(ServingProcesses)
    return new ChatMetrics(counters, gateway, processes, await sources.client())
  })
  container.singleton(PublicRoutes, async (resolver) => {
    const encryption = await resolver.make('encryption')
    return new PublicRoutes(app, encryption, await resolver.make('router'), sources.config.bases)
  })
  // Limits are counted in the host's default store: in memory, or shared by its processes
  container.singleton(ChatLimits, async (resolver) => {
    return new ChatLimits(sources.config.limits, await resolver.make('limiter.manager'))
  })
}
