import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Lists what is due later, what runs for long and what has failed; retries or cancels it. */
export default class ChatDue extends BaseCommand {
  static commandName = 'chat:due'
  static description = 'List scheduled, long and failed work, retry or cancel it'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'The key of failed work to run again, or "all"' })
  declare retry?: string

  @flags.string({ description: 'The key of long or failed work to end' })
  declare cancel?: string

  @flags.string({ description: 'The tenant; all tenants when omitted' })
  declare tenant?: string

  async run() {
    const { ChatService } = await import('#chat/services/chat_service')
    const { workLines } = await import('#chat/doctor/work_lines')
    const { dueWork } = await this.app.container.make(ChatService)
    const failed = await dueWork.failed(this.tenant)
    const long = await dueWork.long(this.tenant)
    const all = [...failed, ...long.map(({ action }) => action)]
    const chosen = (wanted: string, rows: typeof all) =>
      rows.filter(({ key }) => wanted === 'all' || key === wanted)
    const retried = this.retry ? chosen(this.retry, failed) : []
    const cancelled = this.cancel ? all.filter(({ key }) => key === this.cancel) : []
    for (const { tenantId, key } of retried) await dueWork.retry(tenantId, key, null)
    for (const { tenantId, key } of cancelled) await dueWork.cancel(tenantId, key, null)
    if ((this.retry || this.cancel) && !retried.length && !cancelled.length) {
      this.exitCode = 1
      return this.logger.error('There is no such work: without flags, this command lists the keys')
    }
    for (const line of await workLines(dueWork, this.tenant)) this.logger.log(line)
  }
}
