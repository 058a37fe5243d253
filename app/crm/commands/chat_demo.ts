import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Fills an empty chat with a busy inbox to look at; never in production, never twice. */
export default class ChatDemo extends BaseCommand {
  static commandName = 'chat:demo'
  static description = 'Load demo widgets and conversations into an empty chat'
  static options: CommandOptions = { startApp: true }

  async run() {
    if (this.app.inProduction) {
      this.logger.error('Demo data is not loaded in production')
      this.exitCode = 1
      return
    }
    const { ChatService } = await import('adonis-crm-chat')
    const { seedChatDemo } = await import('#database/seeders/chat/seed')
    const loaded = await seedChatDemo(await this.app.container.make(ChatService))
    this.logger.info(
      loaded
        ? 'Demo conversations loaded'
        : 'There are widgets already, or no users: nothing loaded'
    )
  }
}
