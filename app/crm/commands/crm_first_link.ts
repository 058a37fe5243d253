import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Prints the link by which the first owner makes their account in the browser. */
export default class CrmFirstLink extends BaseCommand {
  static commandName = 'crm:first-link'
  static description = 'Print a one-time link that creates the first account'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Print nothing, and succeed, when there is a user already' })
  declare quiet: boolean

  async run() {
    const { issueFirstLink } = await import('#crm/services/first_account/first_link')
    const { appUrl } = await import('#config/app')
    const token = await issueFirstLink()
    if (token) process.stdout.write(`${new URL(`/first-account/${token}`, appUrl).href}\n`)
    if (token || this.quiet) return
    this.exitCode = 1
    this.logger.error('There is a user already: log in, or make another one with crm:user')
  }
}
