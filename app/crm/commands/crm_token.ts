import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const DAYS = /^[1-9]\d{0,3}$/

/** Prints one bearer token of a user and nothing else, so that a script can take it as it is. */
export default class CrmToken extends BaseCommand {
  static commandName = 'crm:token'
  static description = 'Print a new API token of a user'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Email address of the user' })
  declare email: string

  @flags.string({ description: 'What the list of tokens calls it', default: 'crm:token' })
  declare name: string

  @flags.string({ description: 'Days for which it is good, or none', default: 'none' })
  declare expires: string

  @flags.string({
    description:
      'What it may do, such as "view chat,reply chat"; all that the user may if left out',
  })
  declare abilities?: string

  async run() {
    const { default: User } = await import('#crm/models/user')
    const { abilitiesOf, EVERY_ABILITY } = await import('#crm/auth/abilities')
    const { createApiToken, NAME_LENGTH } =
      await import('#crm/services/api_tokens/create_api_token')
    const user = await User.findBy({ email: this.email.trim().toLowerCase(), is_active: true })
    if (!user) return this.#refuse(`There is no active user ${this.email}`)

    const name = this.name.trim()
    if (!name || name.length > NAME_LENGTH)
      return this.#refuse(`A name has 1 to ${NAME_LENGTH} characters`)
    if (this.expires !== 'none' && !DAYS.test(this.expires))
      return this.#refuse('--expires takes a number of days, such as 90, or none')
    const held = abilitiesOf(user)
    const abilities = this.#abilities() ?? [EVERY_ABILITY]
    const excess = abilities.filter((each) => each !== EVERY_ABILITY && !isIn(held, each))
    if (excess.length > 0 || abilities.length === 0)
      return this.#refuse(`${user.email} can give: ${held.join(', ')}`)

    const days = this.expires === 'none' ? null : Number(this.expires)
    process.stdout.write(`${await createApiToken(user, { name, days, abilities }, null)}\n`)
  }

  #abilities() {
    const names = this.abilities?.split(',').map((name) => name.trim())
    return names && [...new Set(names.filter(Boolean))]
  }

  #refuse(reason: string) {
    process.stderr.write(`${reason}\n`)
    this.exitCode = 1
  }
}

const isIn = (held: string[], name: string) => held.includes(name)
