import type { RequestError } from '../../shared/net/request_error.js'
import { text } from '../texts.js'
import type { Chat } from './chat.js'
import { EMAIL } from './contact.js'
import { introduce } from './introduce.js'
import type { Identity, Message } from './types.js'

export type ReachField = 'name' | 'email' | 'phone'
export type ReachErrors = Partial<Record<ReachField, string>>

/** The server's pattern of a phone number. */
const PHONE = /^[+()\d\s./-]{4,32}$/

/**
 * Contact details for a visitor who waits while the team is away: requested once per conversation, always
 * optional; a reply by email is promised only with an email address.
 */
export class Reach {
  constructor(private chat: Chat) {}

  /** Whether the visitor is asked for contact details. */
  get isAsked() {
    return this.#waits && !this.#hasEmail && !this.chat.contact.visitor.phone && !this.#isSkipped
  }

  /** The question, which says that the team is away when it is. */
  get question() {
    return this.chat.isHere ? text('reach_here') : text('reach')
  }

  /** The promise to reply by email, if any. */
  get promise() {
    if (!this.#waits || !this.#hasEmail) return ''
    const email = this.chat.contact.value('email')
    return email ? text('reply_to', { email }) : text('reply_by_email')
  }

  /** Fields without a value yet. */
  get asksName() {
    return !this.chat.contact.value('name')
  }

  skip() {
    this.chat.store.set('unreached', this.#conversationId)
    this.chat.changed()
  }

  validate({ email, phone }: Identity): ReachErrors {
    if (email && !EMAIL.test(email)) return { email: text('email_invalid') }
    if (phone && !PHONE.test(phone)) return { phone: text('phone_invalid') }
    return email || phone ? {} : { email: text('email_missing') }
  }

  /** Submits the form; returns its errors. */
  async save(values: Identity): Promise<ReachErrors> {
    const errors = this.validate(values)
    if (Object.keys(errors).length) return errors
    try {
      await introduce(this.chat, values)
      this.chat.changed()
      return {}
    } catch (error) {
      return complaintsOf(error as RequestError)
    }
  }

  /** Whether the visitor has written without a reply, and the team is away or has missed it. */
  get #waits() {
    const { thread, isHere, isTalking } = this.chat
    if (!isTalking) return false
    const messages = thread.current!.messages
    const since = messages.slice(messages.findLastIndex(isReply) + 1)
    const hasWritten = since.some(({ sender_type: sender }) => sender === 'visitor')
    return hasWritten && (!isHere || since.some(({ metadata }) => metadata?.event === 'missed'))
  }

  get #hasEmail() {
    return !!(this.chat.contact.value('email') || this.chat.contact.visitor.has_email)
  }

  get #conversationId() {
    return this.chat.thread.current?.conversation.id ?? null
  }

  get #isSkipped() {
    return this.chat.store.get('unreached') === this.#conversationId
  }
}

const isReply = ({ sender_type: sender }: Message) => sender !== 'visitor' && sender !== 'system'

function complaintsOf({ body }: RequestError): ReachErrors {
  const errors: ReachErrors = {}
  for (const { field, message } of body?.errors ?? []) {
    if (field === 'name' || field === 'email' || field === 'phone') errors[field] = message
  }
  return Object.keys(errors).length ? errors : { email: text('not_saved') }
}
