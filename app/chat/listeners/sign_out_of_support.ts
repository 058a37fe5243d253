import { inject } from '@adonisjs/core'
import type { LoggedOut } from '#chat/listeners/end_streams'
import { ChatService } from '#chat/services/chat_service'

/** A user who logs out of the host is signed out of its support chat, in all browsers; others sign in again. */
@inject()
export default class SignOutOfSupport {
  constructor(protected chat: ChatService) {}

  async loggedOut({ guardName, user }: LoggedOut) {
    const { guards, support } = this.chat.host
    const own = support ? [support.guard] : guards
    if (own && !own.includes(guardName)) return
    const id = (user as { id?: unknown } | null)?.id
    if (id !== undefined) await this.chat.supportChat.signOut(String(id))
  }
}
