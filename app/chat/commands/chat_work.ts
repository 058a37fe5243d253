import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/**
 * Runs what is due in a process of its own, which serves no requests, until a signal ends it. Any number of them, and
 * web processes besides, share the work.
 */
export default class ChatWork extends BaseCommand {
  static commandName = 'chat:work'
  static description = 'Run emails, webhooks and other work of later in a process of its own'
  static options: CommandOptions = { startApp: true, staysAlive: true }

  @flags.boolean({ description: 'Run what is due now, and end' })
  declare once: boolean

  async run() {
    const { DueWorker } = await import('#chat/workers/due_worker')
    const { MailboxWorker } = await import('#chat/workers/mailbox_worker')
    const { SettingsWatch } = await import('#chat/workers/settings_watch')
    const { ServingProcesses } = await import('#chat/services/processes/serving_processes')
    const worker = await this.app.container.make(DueWorker)
    const mailbox = await this.app.container.make(MailboxWorker)
    if (this.once) {
      await mailbox.round()
      await worker.round()
      return this.terminate()
    }
    const processes = await this.app.container.make(ServingProcesses)
    const watch = await this.app.container.make(SettingsWatch)
    if (this.app.isTerminating || this.app.isTerminated) return
    for (const each of [worker, mailbox, watch, processes]) {
      each.start()
      this.app.terminating(() => each.stop())
    }
    this.app.listen('SIGTERM', () => void this.terminate())
    this.app.listen('SIGINT', () => void this.terminate())
    this.logger.info('Running what is due. Ctrl+C ends it')
  }
}
