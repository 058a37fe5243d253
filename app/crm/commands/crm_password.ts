import { randomBytes } from 'node:crypto'
import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { recordAccess } from '#crm/commands/record_access'
import { normalizeEmail } from '#crm/support/email'

/**
 * Gives a user a new password, which is shown once: their sessions end. API tokens stay, except those
 * of a demo account, which anyone could have made.
 */
export default class CrmPassword extends BaseCommand {
  static commandName = 'crm:password'
  static description = 'Give a user a new password, print it and end their sessions'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Email address of the user' })
  declare email: string

  async run() {
    const { default: User } = await import('#crm/models/user')
    const { isDemoAccount } = await import('#crm/auth/demo_password')
    const user = await User.findBy({ email: normalizeEmail(this.email) })
    if (!user) {
      this.exitCode = 1
      return this.logger.error(`There is no user ${this.email}`)
    }
    const wasDemo = await isDemoAccount(user)
    const password = randomBytes(12).toString('base64url')
    await user.merge({ password }).save()
    if (wasDemo) {
      const tokens = await User.accessTokens.all(user)
      for (const { identifier } of tokens) await User.accessTokens.delete(user, identifier)
    }
    await recordAccess(this.app, 'permission.changed', user)
    process.stdout.write(`${password}\n`)
  }
}
