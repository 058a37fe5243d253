import { writeFile } from 'node:fs/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Breaks a staging installation on purpose while messages flow, and prints a report to sign; ends with 1 when it fails. */
export default class ChatDrill extends BaseCommand {
  static commandName = 'chat:drill'
  static description =
    'Break a staging installation on purpose, and report whether messages were lost'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'One minute instead of up to ten' })
  declare short: boolean

  @flags.boolean({ description: 'Run with NODE_ENV=production as well' })
  declare inProduction: boolean

  @flags.string({ description: 'A file for the report' })
  declare report?: string

  async run() {
    if (this.app.inProduction && !this.inProduction) {
      this.exitCode = 1
      this.logger.error('The drill breaks what it runs on. In production it needs --in-production')
      return
    }
    const { ChatService } = await import('#chat/services/chat_service')
    const { chatClient } = await import('#chat/models/chat_model')
    const { Drill, SHORT, WHOLE } = await import('#chat/drill/drill')
    const { drillReport, hasPassed } = await import('#chat/drill/drill_report')
    const chat = await this.app.container.make(ChatService)
    const db = chatClient(await this.app.container.make('lucid.db'))
    const drill = new Drill(chat, db, this.app.appRoot, (text) => this.logger.info(text))
    const result = await drill.run(this.short ? SHORT : WHOLE)
    const report = drillReport(result, db.dialect.name)
    if (this.report) await writeFile(this.report, `${report}\n`)
    this.logger.log(report)
    if (!hasPassed(result)) this.exitCode = 1
  }
}
