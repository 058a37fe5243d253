import type { ApplicationService } from '@adonisjs/core/types'
import { bindServices } from '#chat/container/bind_services'
import { bindStreams } from '#chat/container/bind_streams'
import { bindWorkers, workersOfWebProcess } from '#chat/container/bind_workers'
import { ModuleSources } from '#chat/container/module_sources'
import { guardBases } from '#chat/http/base_guard'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { Health } from '#chat/services/processes/health'
import { endConnections } from '#chat/services/processes/last_responses'
import { ServingProcesses } from '#chat/services/processes/serving_processes'
import { useHouseLanguage } from '#chat/texts/catalogue'
import { useAddresses } from '#chat/support/chat_url'
import { drainListeners } from '#chat/support/emit_after_commit'
import { keepOutOfHostSchema } from '#chat/support/host_schema'
import { admitBearerTokens } from '#chat/support/host_shield'
import { workUnderWay } from '#chat/support/work_under_way'

/** Milliseconds that each have to finish when a process ends: requests whose connection is gone, and listeners. */
const LAST_WORDS_MS = 3000

/** Registers the live-chat module with the host. */
export default class ChatProvider {
  #sources: ModuleSources

  constructor(protected app: ApplicationService) {
    this.#sources = new ModuleSources(app)
  }

  register() {
    useHouseLanguage(this.#sources.config.language)
    keepOutOfHostSchema(this.app, this.#sources.config)
    admitBearerTokens(this.app)
    bindServices(this.#sources)
    bindStreams(this.#sources)
    bindWorkers(this.#sources)
  }

  async boot() {
    const { mountChatViews } = await import('#chat/support/views')
    await mountChatViews(this.app, this.#sources.config)
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
      () => import('#chat/middleware/requests_under_way_middleware'),
      () => import('#chat/middleware/nul_characters_middleware'),
      () => import('#chat/middleware/widget_host_middleware'),
      () => import('#chat/middleware/public_routes_middleware'),
      () => import('#chat/middleware/language_middleware'),
    ])
    const router = await this.app.container.make('router')
    const own = await ownRoutes(this.app, router, this.#sources.config.bases)
    useAddresses({ routes: own, config: this.#sources.config })
    guardBases(router, own, this.#sources.config.bases)
    await registerChatRoutes(router, this.#sources.config)
    registerChatListeners(await this.app.container.make('emitter'))
    await joinHost(this.app)
  }

  /**
   * Starts streams and workers in server processes only: a console process writes and ends. Nothing starts when the
   * process is to end meanwhile: no one would stop it.
   */
  async ready() {
    if (this.app.getEnvironment() === 'console') return
    const { container } = this.app
    const server = await container.make('server')
    // Registered after the server's own, and before the streams': between their end and the server's
    const end = () => endConnections(server.getNodeServer())
    this.app.terminating(end)
    const { makeMostUsed } = await import('#start/chat/made_once')
    await makeMostUsed(this.app)
    const gateway = await container.make(StreamGateway)
    const processes = await container.make(ServingProcesses)
    const workers = await workersOfWebProcess(this.#sources)
    const health = await container.make(Health)
    if (this.app.isTerminating || this.app.isTerminated) return end()

    gateway.start()
    processes.countStreamsBy(() => gateway.openCount)
    for (const each of [processes, ...workers]) {
      each.start()
      this.app.terminating(() => each.stop())
    }
    // Ending begins with the last of these: no new visitor is to come while the others end
    this.app.terminating(() => health.end())
  }

  /** The last request has been answered, and the database is still open: what still uses it finishes. */
  async shutdown() {
    await workUnderWay.drain(LAST_WORDS_MS)
    await drainListeners(LAST_WORDS_MS)
  }
}
