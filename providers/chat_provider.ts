import type { ApplicationService } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/config/chat_config'
import { chatClient } from '#chat/models/chat_model'
import { ConfigMissing } from '#chat/exceptions/setup_errors'
import { ChatService } from '#chat/services/chat_service'
import { hostBeside } from '#chat/services/crm/host_beside'
import { ChatLimits } from '#chat/http/chat_limits'
import { guardBases } from '#chat/http/base_guard'
import { PublicRoutes } from '#chat/http/public_routes'
import { AssignmentWorker } from '#chat/workers/assignment_worker'
import { dueQueues, DueWorker } from '#chat/workers/due_worker'
import { SearchIndexWorker } from '#chat/workers/search_index_worker'
import { ProcessRows } from '#chat/services/processes/process_rows'
import { Health } from '#chat/services/processes/health'
import { giveLastAnswers } from '#chat/services/processes/last_answers'
import { ServingProcesses } from '#chat/services/processes/serving_processes'
import { ChatMetrics } from '#chat/metrics/chat_metrics'
import { ProcessCounters } from '#chat/metrics/process_counters'
import { RecentChanges } from '#chat/realtime/recent_changes'
import { READS_REMEMBERED } from '#chat/realtime/heartbeat'
import { StreamCredentials } from '#chat/realtime/stream_credentials'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { checkedHost } from '#chat/support/check_host'
import { useAddresses } from '#chat/support/chat_url'
import { keepOutOfHostSchema } from '#chat/support/host_schema'
import { admitBearerTokens } from '#chat/support/host_shield'
import { renderView } from '#chat/support/render_view'
import { drainListeners } from '#chat/support/emit_after_commit'

/** Milliseconds that listeners have to finish when a process ends. */
const LAST_WORDS_MS = 3000

/** Registers the live-chat module with the host. */
export default class ChatProvider {
  constructor(protected app: ApplicationService) {}

  get #config() {
    const config = this.app.config.get<ChatConfig | undefined>('chat')
    if (!config) throw new ConfigMissing()
    return config
  }

  /** A client of the module's tables. */
  async #client() {
    return chatClient(await this.app.container.make('lucid.db'))
  }

  async #host() {
    const host = checkedHost(await this.#config.host())
    const db = await this.app.container.make('lucid.db')
    const { connection = db.primaryConnectionName } = this.#config
    return connection === db.primaryConnectionName ? host : hostBeside(host, db)
  }

  /** The client of Redis is loaded where an address names one. */
  async #redisLink() {
    const { redisUrl } = this.#config
    if (!redisUrl) return undefined
    const { redisLink } = await import('#chat/redis/redis_link')
    return redisLink(redisUrl)
  }

  /** Counts of all processes, of streams and of the agents who hold one. */
  async #sharedCounts() {
    const link = await this.#redisLink()
    if (!link) return undefined
    const { SharedCounts } = await import('#chat/redis/shared_counts')
    const counts = new SharedCounts(link)
    this.app.terminating(() => counts.stop())
    const { agents } = await this.app.container.make(ChatService)
    agents.presence.countWith(counts)
    return counts
  }

  register() {
    keepOutOfHostSchema(this.app, this.#config)
    admitBearerTokens(this.app)
    this.app.container.singleton(ChatService, async (resolver) => {
      const emitter = await resolver.make('emitter')
      const delivery = { mailer: await this.#config.mailer(), render: renderView }
      const [host, client] = [await this.#host(), await this.#client()]
      return new ChatService(this.#config, host, client, emitter, delivery)
    })
    this.app.container.singleton(StreamGateway, async (resolver) => {
      const [transmit, logger] = [await resolver.make('transmit'), await resolver.make('logger')]
      const changes = new RecentChanges(await this.#client(), READS_REMEMBERED)
      const { host } = await resolver.make(ChatService)
      const credentials = new StreamCredentials(host)
      const processes = await resolver.make(ServingProcesses)
      const others = {
        mayMissFrames: () => processes.mayMissFrames(),
        areThere: () => processes.count > 1,
        counts: await this.#sharedCounts(),
      }
      const { streams } = this.#config
      const gateway = new StreamGateway(streams, transmit, changes, credentials, logger, others)
      // From when a request may open a stream: the server waits for the end of all of them when it ends
      const server = await resolver.make('server')
      this.app.terminating(() => {
        giveLastAnswers(server.getNodeServer())
        return gateway.close()
      })
      return gateway
    })
    this.app.container.singleton(AssignmentWorker, async (resolver) => {
      return new AssignmentWorker(await resolver.make(ChatService), await resolver.make('logger'))
    })
    this.app.container.singleton(DueWorker, async (resolver) => {
      const logger = await resolver.make('logger')
      return new DueWorker(dueQueues(await resolver.make(ChatService), logger), logger)
    })
    this.app.container.singleton(SearchIndexWorker, async (resolver) => {
      return new SearchIndexWorker(await this.#client(), await resolver.make('logger'))
    })
    this.app.container.singleton(ServingProcesses, async (resolver) => {
      const rows = new ProcessRows(await this.#client())
      const hasBus = Boolean(this.app.config.get('transmit.transport'))
      const logger = await resolver.make('logger')
      return new ServingProcesses({ rows, hasBus, bus: await this.#redisLink(), logger })
    })
    this.app.container.singleton(Health, async () => new Health(await this.#client()))
    this.app.container.singleton(ProcessCounters, () => new ProcessCounters())
    this.app.container.singleton(ChatMetrics, async (resolver) => {
      const [counters, gateway] = [
        await resolver.make(ProcessCounters),
        await resolver.make(StreamGateway),
      ]
      const processes = await resolver.make(ServingProcesses)
      return new ChatMetrics(counters, gateway, processes, await this.#client())
    })
    this.app.container.singleton(PublicRoutes, async (resolver) => {
      const encryption = await resolver.make('encryption')
      const router = await resolver.make('router')
      return new PublicRoutes(this.app, encryption, router, this.#config.bases)
    })
    this.#registerLimits()
  }

  /** Limits are counted in the host's default store: in memory, or shared by its processes. */
  #registerLimits() {
    this.app.container.singleton(ChatLimits, async (resolver) => {
      return new ChatLimits(this.#config.limits, await resolver.make('limiter.manager'))
    })
  }

  async boot() {
    const { mountChatViews } = await import('#chat/support/views')
    await mountChatViews(this.app, this.#config)
  }

  /**
   * Registers routes, listeners and the module's entry in the host, before the first request; opens no connection and
   * starts no timer, since code generation runs this, too.
   */
  async start() {
    const { registerChatRoutes } = await import('#start/chat/routes')
    const { ownRoutes } = await import('#chat/http/own_routes')
    const { registerChatListeners } = await import('#start/chat/events')
    const { joinHost } = await import('#chat/support/module')
    const server = await this.app.container.make('server')
    server.use([
      () => import('#chat/middleware/nul_characters_middleware'),
      () => import('#chat/middleware/widget_host_middleware'),
      () => import('#chat/middleware/public_routes_middleware'),
    ])
    const router = await this.app.container.make('router')
    const own = await ownRoutes(this.app, router, this.#config.bases)
    useAddresses({ routes: own, config: this.#config })
    guardBases(router, own, this.#config.bases)
    await registerChatRoutes(router, this.#config)
    registerChatListeners(await this.app.container.make('emitter'))
    await joinHost(this.app)
  }

  /** Starts streams and workers in server processes only: a console process writes and ends. */
  async ready() {
    if (this.app.getEnvironment() === 'console') return
    const gateway = await this.app.container.make(StreamGateway)
    if (this.app.isTerminating || this.app.isTerminated) return
    gateway.start()
    const processes = await this.app.container.make(ServingProcesses)
    processes.countStreamsBy(() => gateway.openCount)
    processes.start()
    this.app.terminating(() => processes.stop())
    const router = await this.app.container.make(AssignmentWorker)
    router.start()
    this.app.terminating(() => router.stop())
    if (this.#config.workInWebProcess) {
      const dueWorker = await this.app.container.make(DueWorker)
      dueWorker.start()
      this.app.terminating(() => dueWorker.stop())
    }
    const searchIndex = await this.app.container.make(SearchIndexWorker)
    searchIndex.start()
    this.app.terminating(() => searchIndex.stop())
    // Ending begins with the last of these: no new visitor is to come while the others end
    const health = await this.app.container.make(Health)
    this.app.terminating(() => health.end())
  }

  /** The last request has been answered, and the database is still open: listeners finish their work. */
  async shutdown() {
    await drainListeners(LAST_WORDS_MS)
  }
}
