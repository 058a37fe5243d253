import type { RequestError } from '../../shared/net/request_error.js'
import type { Api } from '../api.js'
import type { Store } from '../store.js'
import { texts } from '../texts.js'
import { EMAIL, type Contact } from './contact.js'
import { isEnded, type Section } from './thread.js'
import type { Identity, Visitor } from './types.js'

export type ReachField = 'name' | 'email' | 'phone'
export type ReachErrors = Partial<Record<ReachField, string>>

/** What the server takes for a phone number. */
const PHONE = /^[+()\d\s./-]{4,32}$/

/**
 * Where the team can answer a visitor who waits while it is away: asked for once per conversation, never
 * insisted upon, and promised only where there is an e-mail address.
 */
export class Reach {
  constructor(
    private api: Api,
    private store: Store,
    private contact: Contact,
    private chat: { section(): Section | undefined; isHere(): boolean; changed(): void }
  ) {}

  /** Whether the visitor is asked where they can be reached. */
  get isAsked() {
    return this.#waits && !this.#hasEmail && !this.contact.visitor.phone && !this.#isSkipped
  }

  /** What the team promises, or nothing. */
  get promise() {
    if (!this.#waits || !this.#hasEmail) return ''
    return texts.answerTo(this.contact.value('email'))
  }

  /** Fields of which nothing is known yet. */
  get asksName() {
    return !this.contact.value('name')
  }

  skip() {
    this.store.set('unreached', this.#conversationId)
    this.chat.changed()
  }

  validate({ email, phone }: Identity): ReachErrors {
    if (email && !EMAIL.test(email)) return { email: texts.emailInvalid }
    if (phone && !PHONE.test(phone)) return { phone: texts.phoneInvalid }
    return email || phone ? {} : { email: texts.emailMissing }
  }

  /** Hands in what the visitor has written down; answers what is wrong with it, if anything is. */
  async save(values: Identity): Promise<ReachErrors> {
    const errors = this.validate(values)
    if (Object.keys(errors).length) return errors
    try {
      const { visitor } = await this.api.post<{ visitor: Visitor }>('/identify', values)
      this.contact.visitor = visitor
      this.chat.changed()
      return {}
    } catch (error) {
      return complaintsOf(error as RequestError)
    }
  }

  /** A message of the visitor has come in, and nothing has been said to it while the team is away. */
  get #waits() {
    const section = this.chat.section()
    if (!section || isEnded(section.conversation) || this.chat.isHere()) return false
    const spoken = section.messages.filter(({ sender_type: sender }) => sender !== 'system')
    return spoken.at(-1)?.sender_type === 'visitor'
  }

  get #hasEmail() {
    return !!(this.contact.value('email') || this.contact.visitor.has_email)
  }

  get #conversationId() {
    return this.chat.section()?.conversation.id ?? null
  }

  get #isSkipped() {
    return this.store.get('unreached') === this.#conversationId
  }
}

function complaintsOf({ body }: RequestError): ReachErrors {
  const errors: ReachErrors = {}
  for (const { field, message } of body?.errors ?? []) {
    if (field === 'name' || field === 'email' || field === 'phone') errors[field] = message
  }
  return Object.keys(errors).length ? errors : { email: texts.notSaved }
}
