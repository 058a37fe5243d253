import type { ApplicationService } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/define_config'
import { ChatService } from '#chat/services/chat_service'
import { ChatLimits } from '#chat/services/chat_limits'
import { Router } from '#chat/services/routing/router'
import { DueActionWorker } from '#chat/workers/due_action_worker'
import { Courier } from '#chat/services/webhooks/courier'
import { RecentChanges } from '#chat/services/recent_changes'
import { READS_REMEMBERED } from '#chat/realtime/heartbeat'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { allTold } from '#chat/services/tell'

/** How long listeners may take to finish when a process ends. */
const LAST_WORDS_MS = 3000

/** Registers the live-chat module into the host. */
export default class ChatProvider {
  constructor(protected app: ApplicationService) {}

  get #config() {
    return this.app.config.get<ChatConfig>('chat')
  }

  register() {
    this.app.container.singleton(ChatService, async (resolver) => {
      const [db, emitter] = [await resolver.make('lucid.db'), await resolver.make('emitter')]
      return new ChatService(this.#config, await this.#config.host(), db, emitter)
    })
    this.app.container.singleton(StreamGateway, async (resolver) => {
      const [transmit, logger] = [await resolver.make('transmit'), await resolver.make('logger')]
      const changes = new RecentChanges(await resolver.make('lucid.db'), READS_REMEMBERED)
      return new StreamGateway(this.#config.streams, transmit, changes, logger)
    })
    this.app.container.singleton(Router, async (resolver) => {
      return new Router(await resolver.make(ChatService), await resolver.make('logger'))
    })
    this.app.container.singleton(Courier, async (resolver) => {
      return new Courier(await resolver.make(ChatService), await resolver.make('logger'))
    })
    this.app.container.singleton(DueActionWorker, async (resolver) => {
      const { later, dueKinds: kinds, host } = await resolver.make(ChatService)
      const isModuleEnabled = (tenantId: string) => host.isModuleEnabled(tenantId)
      const logger = await resolver.make('logger')
      return new DueActionWorker({ later, kinds, isModuleEnabled, logger })
    })
    this.#registerLimits()
  }

  /** Limits count in the host's default store: in memory, or shared by its processes. */
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
   * Routes, listeners and the module's place in the host, before the first request can come; no
   * connection and no timer, since code generation runs this, too.
   */
  async start() {
    const { registerChatRoutes } = await import('#start/chat/routes')
    const { registerChatListeners } = await import('#start/chat/events')
    const { joinHost } = await import('#chat/support/module')
    await registerChatRoutes(await this.app.container.make('router'), this.#config)
    registerChatListeners(await this.app.container.make('emitter'))
    await joinHost(this.app)
  }

  /** What serves, and only that: a console process writes and ends. */
  async ready() {
    if (this.app.getEnvironment() === 'console') return
    const gateway = await this.app.container.make(StreamGateway)
    gateway.start()
    this.app.terminating(() => gateway.stop())
    const router = await this.app.container.make(Router)
    router.start()
    this.app.terminating(() => router.stop())
    const courier = await this.app.container.make(Courier)
    courier.start()
    this.app.terminating(() => courier.stop())
    const dueActions = await this.app.container.make(DueActionWorker)
    dueActions.start()
    this.app.terminating(() => dueActions.stop())
  }

  /** The last request has been answered, and the database is still open: listeners end their work. */
  async shutdown() {
    await allTold(LAST_WORDS_MS)
  }
}
