import app from '@adonisjs/core/services/app'
import hash from '@adonisjs/core/services/hash'
import type { Logger } from '@adonisjs/core/logger'
import { DEMO_PASSWORD, DEMO_USERS } from '#crm/auth/demo_users'
import type User from '#crm/models/user'

const EMAILS = DEMO_USERS.map(({ email }) => email)

/** What the hashes of demo accounts were found to be: to check one takes long, and it stays the same. */
const known = new Map<string, Promise<boolean>>()

/** Whether a user is of the demo and still has the password that everyone knows. */
export async function isDemoAccount({ email, password }: User): Promise<boolean> {
  if (!EMAILS.includes(email)) return false
  if (!known.has(password)) known.set(password, hash.verify(password, DEMO_PASSWORD))
  return known.get(password)!
}

/**
 * Whether production refuses a user, by whatever they come: password, session or API token. A new
 * password opens the account without a restart.
 */
export async function hasDemoPassword(user: User): Promise<boolean> {
  return app.inProduction && isDemoAccount(user)
}

/** Names in the log which accounts production refuses, and what to do about it. */
export async function reportDemoAccounts(logger: Logger): Promise<void> {
  if (!app.inProduction) return
  const { default: UserModel } = await import('#crm/models/user')
  const users = await UserModel.query().whereIn('email', EMAILS).where('is_active', true)
  for (const user of users) {
    if (!(await isDemoAccount(user))) continue
    logger.warn(
      `${user.email} has the demo's password, which everyone knows: production refuses its log-ins, ` +
        'sessions and API tokens. Give it a password of its own with ' +
        `"node ace crm:password ${user.email}", or make another owner with "node ace crm:user EMAIL"`
    )
  }
}
