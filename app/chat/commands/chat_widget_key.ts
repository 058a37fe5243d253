import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Prints the public key of a widget and nothing else, so that a script can take it as it is. */
export default class ChatWidgetKey extends BaseCommand {
  static commandName = 'chat:widget-key'
  static description = 'Print the key of a widget, or of the first active one'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Name of the widget', required: false })
  declare name?: string

  async run() {
    const { ChatService } = await import('#chat/services/chat_service')
    const chat = await this.app.container.make(ChatService)
    const widgets = await chat.widgets.list(chat.config.defaultTenant)
    const active = widgets.filter(({ isActive }) => isActive)
    const widget = active.find(({ name }) => name === this.name) ?? active[0]
    if (!widget) {
      process.stderr.write('There is no active widget\n')
      this.exitCode = 1
      return
    }
    process.stdout.write(`${widget.publicKey}\n`)
  }
}
