import { isSessionOver } from '../api.js'
import { toasts } from '../toasts.js'
import type { PendingReply, ReplyOutbox } from './reply_outbox.js'

/** So long a reply may take without a word about it. */
const PATIENCE = 2500

/** Says on every page of the CRM which replies have not been sent, and why, until they are. */
export class UnsentNotice {
  #timer?: ReturnType<typeof setTimeout>

  constructor(private replies: ReplyOutbox) {
    replies.join({ onChange: () => this.#show() })
    this.#show()
  }

  #show() {
    clearTimeout(this.#timer)
    const elsewhere = this.replies.entries.filter(
      ({ conversation }) => conversation !== this.replies.onScreen
    )
    const late = elsewhere.filter((reply) => this.#isLate(reply))
    if (late.length < elsewhere.length) this.#timer = setTimeout(() => this.#show(), PATIENCE)
    const [first] = late
    if (!first) return toasts.keep(null)
    const title =
      late.length > 1 ? `${late.length} replies are not sent` : `Reply not sent: ${first.title}`
    toasts.keep({ id: first.conversation, title, text: this.#reasonOf(first) })
  }

  #isLate(reply: PendingReply) {
    const needsAgent = reply.isHeld || reply.failed !== undefined
    return needsAgent || this.#troubled(reply) || Date.now() - Date.parse(reply.at) >= PATIENCE
  }

  #troubled(reply: PendingReply) {
    return this.replies.troubleOf(reply) !== undefined
  }

  #reasonOf(reply: PendingReply) {
    const trouble = this.replies.troubleOf(reply)
    if (reply.isHeld) return 'There are new messages in the conversation. Read them first.'
    if (reply.failed !== undefined) return reply.failed
    if (isSessionOver(trouble))
      return 'You have been logged out. It is sent after you log in again.'
    if (!this.replies.isStored(reply)) return 'We keep trying. Do not close this page before.'
    return trouble ? `${trouble.message}. We keep trying.` : 'We keep trying.'
  }
}
