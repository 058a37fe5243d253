import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Fills an empty CRM with something to look at; never in production, never twice. */
export default class CrmDemo extends BaseCommand {
  static commandName = 'crm:demo'
  static description = 'Load demo users, people and leads into an empty CRM'
  static options: CommandOptions = { startApp: true }

  async run() {
    if (this.app.inProduction) {
      this.logger.error('Demo data has well-known passwords: not loaded in production')
      this.exitCode = 1
      return
    }
    const { seedCrmDemo } = await import('#database/seeders/crm/seed')
    const loaded = await seedCrmDemo()
    this.logger.info(loaded ? 'Demo data loaded' : 'There are users already: nothing loaded')
  }
}
