import app from '@adonisjs/core/services/app'
import { BaseSeeder } from '@adonisjs/lucid/seeders'
import { ChatService } from 'adonis-crm-chat'
import { seedChatDemo } from '#database/seeders/chat/seed'
import { seedCrmDemo } from '#database/seeders/crm/seed'

/** What `node ace db:seed` runs: the demo of the CRM and of its chat, each into an empty database only. */
export default class DemoSeeder extends BaseSeeder {
  static environment = ['development', 'test']

  async run() {
    await seedCrmDemo()
    await seedChatDemo(await app.container.make(ChatService))
  }
}
