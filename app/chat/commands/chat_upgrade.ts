import { BaseCommand } from '@adonisjs/core/ace'

/** After `npm update`: adds the migrations of the new release and lists the views that have a copy here. */
export default class ChatUpgrade extends BaseCommand {
  static commandName = 'chat:upgrade'
  static description = 'Add the migrations of a new release of the chat'

  async run() {
    const { publishMigrations } = await import('#chat/configure/migrations')
    const { ejectedViews } = await import('#chat/support/ejected_views')
    publishMigrations(this, 'adonis-crm-chat')
    const views = await ejectedViews(this.app)
    for (const view of views)
      this.logger.warning(`Compare your copy of the view ${view} with the package's`)
    this.logger.info('Next: "node ace migration:run"')
  }
}
