import { isSessionOver } from '../api.js'
import { toasts } from '../toasts.js'
import type { PendingReply, ReplyOutbox } from './reply_outbox.js'
import { text } from '../texts.js'

/** Milliseconds that a reply may take before the notice appears. */
const PATIENCE = 2500

/** The notice on every page of the CRM about replies that are not sent yet, with the reason. */
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
      late.length > 1
        ? text('agent_script.unsent.many', { count: late.length })
        : text('agent_script.unsent.one', { title: first.title })
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
    if (reply.isHeld) return text('agent_script.unsent.held')
    if (reply.failed !== undefined) return reply.failed
    if (isSessionOver(trouble)) return text('agent_script.unsent.logged_out')
    if (!this.replies.isStored(reply)) return text('agent_script.unsent.stay')
    return trouble
      ? text('agent_script.unsent.trying_after', { problem: trouble.message })
      : text('agent_script.unsent.trying')
  }
}
