import { randomBytes } from 'node:crypto'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { CUSTOMER, ROLES, type Role } from '#crm/auth/permissions'
import { recordAccess } from '#crm/commands/record_access'
import { normalizeEmail } from '#crm/support/email'

const KNOWN: readonly Role[] = [...ROLES, CUSTOMER]

/** Makes a log-in with a password that is shown once: how the first owner gets into an empty CRM. */
export default class CrmUser extends BaseCommand {
  static commandName = 'crm:user'
  static description = 'Create a user and print their password'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Email address to log in with' })
  declare email: string

  @flags.string({ description: 'Full name', default: 'Owner' })
  declare name: string

  @flags.string({ description: KNOWN.join(', '), default: 'owner' })
  declare role: Role

  async run() {
    const { default: User } = await import('#crm/models/user')
    const email = normalizeEmail(this.email)
    const refusal =
      (!KNOWN.includes(this.role) && `There is no role ${this.role}: ${KNOWN.join(', ')}`) ||
      (!/^\S+@\S+$/.test(email) && `${this.email} is no email address`) ||
      ((await User.findBy({ email })) && `There is a user ${email} already`)
    if (refusal) {
      this.exitCode = 1
      return this.logger.error(refusal)
    }
    const password = randomBytes(12).toString('base64url')
    const { role, name: fullName } = this
    const row = { tenantId: 'default', fullName, email, password, role, isActive: true }
    await recordAccess(this.app, 'permission.changed', await User.create(row))
    process.stdout.write(`${password}\n`)
  }
}
