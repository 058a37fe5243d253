import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/**
 * Removes the chat from the application: tables with all conversations, migrations, configuration. With `--dry-run`
 * it only says what it would do.
 */
export default class ChatUninstall extends BaseCommand {
  static commandName = 'chat:uninstall'
  static description = 'Remove the chat with all its conversations'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Only tell what would be removed' })
  declare dryRun: boolean

  @flags.boolean({ description: 'Do not ask' })
  declare force: boolean

  async run() {
    const { uninstallPlan } = await import('#chat/configure/uninstall')
    const plan = await uninstallPlan(this)
    for (const { what } of plan) this.logger.info(what)
    if (this.dryRun) return
    const isSure =
      this.force ||
      (await this.prompt.confirm('Remove all of this? Conversations cannot be restored'))
    if (!isSure) return
    for (const { remove } of plan) await remove()
    this.logger.success(
      'Removed. Last: "npm uninstall adonis-crm-chat"; variables and the packages @adonisjs/limiter and @adonisjs/transmit stay'
    )
  }
}
