import { RequestError } from '../../shared/net/request_error.js'
import type { Api } from '../api.js'
import type { Chat } from './chat.js'
import type { ContactErrors } from './contact.js'
import { unlessOvertaken } from './overtaken.js'
import type { Message, PendingMessage, Started } from './types.js'

/** The session is not good any more, the widget is off, or the chat is over for this visitor: a new session shows which. */
const RENEWS = [401, 403, 404]

/** Sends the outbox's messages: to the present conversation, or as the first message of a new one. */
export class Sender {
  constructor(
    private chat: Chat,
    private api: Api
  ) {}

  /** Sends one message, with its id so that the server takes it once; rejects with a `RequestError`. */
  async send({ id, content, files }: PendingMessage) {
    const { sync } = this.chat
    await sync.ensureSession()
    const attachments = files?.map((file) => file.id)
    const message = { content, attachments, client_message_id: id }
    try {
      if (await this.#continue(message)) return
      const { page, contact, invitation } = this.chat
      const answers = invitation.present?.rule
      const [name, email] = [contact.value('name'), contact.value('email')]
      const first = { ...message, page, name, email, answers }
      const started = this.api.post<Started>('/conversations', first)
      sync.takeConversation(await unlessOvertaken(this.chat, started))
      invitation.end()
    } catch (error) {
      throw this.#understand(error as RequestError)
    }
  }

  /** Returns whether an open conversation can take the message. */
  async #continue(message: object) {
    const { sync, thread, invitation } = this.chat
    const present = thread.current
    // An answer to a proactive message begins anew, with that message
    if (!present || (invitation.present && !this.chat.isTalking)) return false
    const path = `/conversations/${present.conversation.id}/messages`
    try {
      sync.take(present, [await this.api.post<Message>(path, message)], false)
      return true
    } catch (error) {
      const { status } = error as RequestError
      if (status === 404) thread.remove(present)
      if (status === 404 || status === 409) return false
      throw error
    }
  }

  /** Turns an error that can be corrected here into a retry. */
  #understand(error: RequestError) {
    const { status, body } = error
    if (RENEWS.includes(status)) this.chat.sync.renew()
    const complaints: ContactErrors = {}
    for (const { field, message } of (status === 422 && body.errors) || []) {
      if (field === 'name' || field === 'email') complaints[field] = message
    }
    const isCorrectable = Object.keys(complaints).length > 0
    if (isCorrectable) this.chat.contact.reject(complaints)
    // 409: the conversation has just ended, or begun elsewhere
    return isCorrectable || status === 409 || RENEWS.includes(status) ? new RequestError(0) : error
  }
}
