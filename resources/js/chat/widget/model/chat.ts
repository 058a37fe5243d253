import type { Api } from '../api.js'
import { RequestError } from '../../shared/net/request_error.js'
import type { Bridge, Welcome } from '../bridge.js'
import type { WidgetConfig } from '../config.js'
import type { Store } from '../store.js'
import { Availability } from './availability.js'
import { Contact, type ContactErrors } from './contact.js'
import { VisitorOutbox } from './visitor_outbox.js'
import { OwnTyping } from '../../shared/own_typing.js'
import { Rating } from './rating.js'
import { Reach } from './reach.js'
import { Session } from './session.js'
import { Sync } from './sync.js'
import { Thread } from './thread.js'
import type { Conversation, Identity, Message, Page, PendingMessage } from './types.js'

interface Started {
  conversation: Conversation
  messages: Message[]
  has_more: boolean
}

const TYPING_EXPIRES = 6000

/**
 * The visitor's chat without its looks: what is known, and what can be done. Views read it after every `onChange`
 * and never talk to the server themselves.
 */
export class Chat {
  thread = new Thread()
  contact: Contact
  availability: Availability
  outbox: VisitorOutbox
  rating: Rating
  reach: Reach
  sync: Sync
  isOpen = false
  unread = 0
  /** Who is typing on the other side. */
  typingName: string | null = null
  /** Whether what the visitor wanted to send last could not even be kept. */
  isUnkept = false
  /** Whether the newest message is on the screen; told by the view. */
  isAtEnd = true

  onChange: () => void = () => {}
  /** New messages of the other side, while they happen. */
  onIncoming: (messages: Message[]) => void = () => {}

  #page: Page | null = null
  #session: Session
  #typing: OwnTyping
  #typingEnds?: ReturnType<typeof setTimeout>
  #readSent = ''
  #shownUnread = -1

  constructor(
    readonly config: WidgetConfig,
    private bridge: Bridge,
    readonly store: Store,
    private api: Api
  ) {
    this.contact = new Contact(config, store)
    this.availability = new Availability(config, () => this.sync.refresh())
    const { ask_rating: asksRating } = config
    this.rating = new Rating(api, store, this.thread, asksRating, () => this.#changed())
    this.reach = new Reach(api, store, this.contact, {
      section: () => this.thread.current,
      isHere: () => this.isHere,
      changed: () => this.#changed(),
    })
    this.#session = new Session(api, store, config.key)
    this.#typing = new OwnTyping((typing) => this.#sayTyping(typing))
    this.outbox = new VisitorOutbox({
      store,
      lock: `crmchat-outbox:${config.key}`,
      send: (message) => this.#send(message),
      mayFlush: () => !this.sync.gone && !this.isContactMissing,
      onChange: () => this.#changed(),
    })
    this.sync = new Sync({
      api,
      session: this.#session,
      thread: this.thread,
      key: config.key,
      page: () => this.#page,
      onSession: ({ visitor }) => {
        this.contact.visitor = visitor
        this.outbox.flush()
        void this.#tellIdentity()
      },
      onMessages: (messages, live) => this.#arrived(messages, live),
      onAvailability: (told, isNews) =>
        isNews ? this.availability.takeChange(told) : this.availability.take(told),
      onConversation: (conversation) => this.#updated(conversation),
      onUnread: (unread) => (this.unread = unread),
      onTyping: (name) => this.#otherSideTypes(name),
      onChange: () => this.#changed(),
    })
    api.onAnswer = () => this.outbox.isStuck && !this.outbox.limitedUntil && this.outbox.flush()
    document.addEventListener('visibilitychange', () => this.#changed())
    window.addEventListener('online', () => this.outbox.flush())
  }

  start({ page, open, identity }: Welcome) {
    this.#page = page
    this.isOpen = open
    if (identity) this.contact.identity = identity
    const isKnown = this.#session.isKnown || this.config.track
    if (this.isOpen || isKnown || this.outbox.isReady) this.sync.begin()
    this.#changed()
  }

  setOpen(open: boolean) {
    this.isOpen = open
    if (open) this.sync.begin()
    else this.#typing.stop()
    this.#changed()
  }

  /** Whether the visitor is with the team, or in its queue. */
  get isHere() {
    return this.availability.isHere(this.thread.current?.conversation)
  }

  /**
   * The form stands between the visitor and the first message only. Where the details are required it comes after
   * the message has been written: one step at a time.
   */
  get isContactAsked() {
    if (this.thread.current || !this.contact.fields.length) return false
    return this.isContactAwaited || !this.config.contact_required
  }

  /** A message is written and waits for the visitor's details. */
  get isContactAwaited() {
    return this.isContactMissing && this.outbox.entries.length > 0
  }

  get isContactMissing() {
    return !this.thread.current && this.contact.blocks
  }

  /** Answers whether the message is kept until the server has it; what is not stays with its author. */
  send(content: string) {
    this.#typing.stop()
    try {
      this.outbox.add(content)
      this.isUnkept = false
    } catch {
      this.isUnkept = true
    }
    return !this.isUnkept
  }

  saveContact(values: Identity): ContactErrors {
    const errors = this.contact.validate(values)
    if (Object.keys(errors).length) return errors
    this.contact.save(values)
    this.outbox.flush()
    this.#changed()
    return {}
  }

  identify(identity: Identity) {
    this.contact.identity = identity ?? {}
    this.outbox.flush()
    this.#changed()
    void this.#tellIdentity()
  }

  movedTo(page: Page) {
    this.#page = page
    if (!this.sync.hasSession) return
    this.api.post('/page-views', { url: page.url, title: page.title }).catch(() => {})
  }

  /** Another tab has written to the shared store. */
  stored(name: string, value: string | null) {
    const token = this.store.get('token')
    this.store.changed(name, value)
    if (name === 'token' && value && value !== token) this.sync.renew()
    if (name.startsWith('o:') && value === null) this.sync.refresh()
    if (name.startsWith('o:') && value) this.outbox.flush()
    this.#changed()
  }

  /** The browser keeps this for as long as the page is open, and no longer. */
  notStored(name: string) {
    this.store.notStored(name)
    this.#changed()
  }

  typed() {
    if (this.thread.current) this.#typing.typed()
  }

  reachedEnd(isAtEnd: boolean) {
    if (this.isAtEnd === isAtEnd) return
    this.isAtEnd = isAtEnd
    this.#changed()
  }

  async #send({ id, content }: PendingMessage) {
    await this.sync.ensureSession()
    const present = this.thread.current
    const message = { content, client_message_id: id }

    try {
      if (present) {
        const path = `/conversations/${present.conversation.id}/messages`
        const saved = await this.api.post<Message>(path, message).catch((error) => {
          if (error.status === 404) this.thread.remove(present)
          if (error.status === 404 || error.status === 409) return null
          throw error
        })
        if (saved) return this.sync.take(present, [saved], false)
      }

      const first = { ...message, page: this.#page ?? undefined, ...this.#contactToSend() }
      const answer = await this.api.post<Started>('/conversations', first)
      this.sync.takeConversation(answer.conversation, answer.messages, answer.has_more, true)
    } catch (error) {
      throw this.#understand(error)
    }
  }

  #contactToSend() {
    const name = this.contact.value('name')
    const email = this.contact.value('email')
    return { ...(name && { name }), ...(email && { email }) }
  }

  /** Turns what can be mended here into a reason to try again. */
  #understand(error: unknown) {
    if (!(error instanceof RequestError)) return error
    if (error.status === 401 || error.status === 404) {
      this.sync.renew()
      return new RequestError(0)
    }
    // The conversation has just ended, or begun elsewhere
    if (error.status === 409) return new RequestError(0)
    const complaints = error.body.errors?.filter(
      ({ field }) => field === 'name' || field === 'email'
    )
    if (error.status === 422 && complaints?.length) {
      this.contact.reject(
        Object.fromEntries(complaints.map(({ field, message }) => [field, message]))
      )
      return new RequestError(0)
    }
    return error
  }

  #arrived(messages: Message[], live: boolean) {
    for (const message of messages) {
      const id = message.client_message_id
      if (id && this.store.get(`o:${id}`)) this.outbox.remove(id)
    }
    const incoming = messages.filter((message) => message.sender_type !== 'visitor')
    if (!incoming.length || !live) return
    this.#otherSideTypes(null)
    if (incoming.some(isOfAgent)) this.availability.answered()
    this.onIncoming(incoming)
    for (const { id, sender_type, sender_name } of incoming) {
      this.bridge.post('event', { name: 'message', detail: { id, sender_type, sender_name } })
    }
  }

  #updated(conversation: Conversation) {
    if (conversation.agent_online === false) this.availability.contradict()
    this.thread.update(conversation)
  }

  async #tellIdentity() {
    const identity = JSON.stringify(this.contact.identity)
    if (identity === '{}' || !this.sync.hasSession || this.store.get('identified') === identity)
      return
    try {
      await this.api.post('/identify', this.contact.identity)
      this.store.set('identified', identity)
    } catch {
      // Told again with the next session
    }
  }

  #sayTyping(typing: boolean) {
    const id = this.thread.current?.conversation.id
    if (id) this.api.post(`/conversations/${id}/typing`, { typing }).catch(() => {})
  }

  #otherSideTypes(name: string | null) {
    clearTimeout(this.#typingEnds)
    this.typingName = name
    if (name !== null) this.availability.answered()
    if (name !== null)
      this.#typingEnds = setTimeout(() => this.#otherSideTypes(null), TYPING_EXPIRES)
    this.#changed()
  }

  /** Says what has been seen, once, and never before it can have been. */
  #read() {
    const section = this.thread.current
    if (!section || !this.isOpen || document.hidden || !this.isAtEnd) return
    this.unread = 0
    const { id, visitor_read_seq } = section.conversation
    const last = section.messages.filter((message) => message.sender_type !== 'visitor').at(-1)
    const seq = Math.min(last?.seq ?? 0, section.cursor)
    const sent = `${id}:${seq}`
    if (seq <= visitor_read_seq || sent === this.#readSent) return

    this.#readSent = sent
    this.api.post(`/conversations/${id}/read`, { seq }).then(
      () => this.thread.update({ ...section.conversation, visitor_read_seq: seq }),
      () => (this.#readSent = '')
    )
  }

  #changed() {
    this.#read()
    if (this.unread !== this.#shownUnread) {
      this.#shownUnread = this.unread
      this.bridge.post('event', { name: 'unread', detail: this.unread })
    }
    this.onChange()
  }
}

/** A reply of an agent, or the line that one has joined. */
const isOfAgent = ({ sender_type: sender, metadata }: Message) =>
  sender === 'agent' || metadata?.event === 'joined'
