import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { recordAccess } from '#crm/commands/record_access'

/** Prints one bearer token of a user and nothing else, so that a script can take it as it is. */
export default class CrmToken extends BaseCommand {
  static commandName = 'crm:token'
  static description = 'Print a new API token of a user'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'E-mail address of the user' })
  declare email: string

  async run() {
    const { default: User } = await import('#crm/models/user')
    const user = await User.findBy({ email: this.email.trim().toLowerCase(), is_active: true })
    if (!user) {
      process.stderr.write(`There is no active user ${this.email}\n`)
      this.exitCode = 1
      return
    }
    const token = await User.accessTokens.create(user, ['*'], { name: 'crm:token' })
    await recordAccess(this.app, 'permission.token_created', user)
    process.stdout.write(`${token.value!.release()}\n`)
  }
}
