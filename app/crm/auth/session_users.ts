import { SessionLucidUserProvider } from '@adonisjs/auth/session'
import { findRow } from 'adonis-crm-chat'
import type User from '#crm/models/user'

/** Finds the user of a session: every request needs one, so no query is built for it. */
export class SessionUsers extends SessionLucidUserProvider<typeof User> {
  constructor() {
    super({ model: () => import('#crm/models/user') })
  }

  async findById(id: string | number | bigint) {
    const user = await findRow(await this.getModel(), { id: Number(id) })
    return user && this.createUserForGuard(user)
  }
}
