import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Prints what deletion by age would delete now, per widget. Deletes nothing: the worker does, once a day. */
export default class ChatRetention extends BaseCommand {
  static commandName = 'chat:retention'
  static description = 'Print what deletion by age would delete now; deletes nothing'
  static options: CommandOptions = { startApp: true }

  @flags.number({
    description: 'Days after the end of a conversation; what each widget says when omitted',
  })
  declare days?: number

  @flags.string({ description: 'The tenant whose widgets are looked at' })
  declare tenant?: string

  async run() {
    const { ChatService } = await import('#chat/services/chat_service')
    const chat = await this.app.container.make(ChatService)
    const widgets = await chat.widgets.list(this.tenant ?? chat.config.defaultTenant)
    for (const widget of widgets) {
      const days = this.days ?? widget.retentionDays
      if (!days) {
        this.logger.log(`${widget.name}: keeps everything`)
        continue
      }
      const { conversations, messages } = await chat.retention.preview(widget, days)
      this.logger.log(
        `${widget.name}: ${conversations} conversations, ${messages} messages ended ${days} days ago`
      )
    }
  }
}
