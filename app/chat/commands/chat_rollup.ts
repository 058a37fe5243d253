import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/**
 * Counts the days of the dashboard. The dashboard does so when it is opened; run from
 * time to time, this keeps the first look after a long while as fast as any other.
 */
export default class ChatRollup extends BaseCommand {
  static commandName = 'chat:rollup'
  static description = "Count the chat's daily figures: what has changed, or everything anew"
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'The tenant whose days are counted', required: false })
  declare tenant?: string

  @flags.boolean({ description: 'Count every day anew, whatever was counted before' })
  declare rebuild: boolean

  async run() {
    const { ChatService } = await import('#chat/services/chat_service')
    const { analytics, config } = await this.app.container.make(ChatService)
    const tenantId = this.tenant ?? config.defaultTenant
    const days = await (this.rebuild ? analytics.rebuild(tenantId) : analytics.refresh(tenantId))
    this.logger.info(`${days} ${days === 1 ? 'day' : 'days'} counted for ${tenantId}`)
  }
}
