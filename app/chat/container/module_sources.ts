import type { ApplicationService } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/config/chat_config'
import { ConfigMissing } from '#chat/exceptions/setup_errors'
import { chatClient } from '#chat/models/chat_model'
import { hostBeside } from '#chat/services/crm/host_beside'
import { checkedHost } from '#chat/support/check_host'

/** What the module's services are made of: the application, its configuration, the module's tables, the host, Redis. */
export class ModuleSources {
  constructor(readonly app: ApplicationService) {}

  /** @throws ConfigMissing without `config/chat.ts` */
  get config() {
    const config = this.app.config.get<ChatConfig | undefined>('chat')
    if (!config) throw new ConfigMissing()
    return config
  }

  /** A client of the module's tables. */
  async client() {
    return chatClient(await this.app.container.make('lucid.db'))
  }

  /** The CRM, checked against the contract. */
  async host() {
    const host = checkedHost(await this.config.host())
    const db = await this.app.container.make('lucid.db')
    const { connection = db.primaryConnectionName } = this.config
    return connection === db.primaryConnectionName ? host : hostBeside(host, db)
  }

  /** Redis, whose client is loaded only where an address is configured; else undefined. */
  async redisLink() {
    const { redisUrl } = this.config
    if (!redisUrl) return undefined
    const { redisLink } = await import('#chat/redis/redis_link')
    return redisLink(redisUrl)
  }
}
