import type { Api } from '../api.js'
import type { Bridge, Welcome } from '../bridge.js'
import type { WidgetConfig } from '../config.js'
import type { Store } from '../store.js'
import { Availability } from './availability.js'
import { Contact } from './contact.js'
import { VisitorOutbox } from './visitor_outbox.js'
import { Invitation, type Invited } from './invitation.js'
import { loadOlder } from './older.js'
import { Reading } from './reading.js'
import { Sender } from './sender.js'
import { Session } from './session.js'
import { Sync } from './sync.js'
import { isEnded, Thread, type Section } from './thread.js'
import { Typing } from './typing.js'
import type { linkify } from '../../../../../app/chat/support/linkify.js'
import type { Files } from '../files.js'
import type { Conversation, Identity, Message, Page, SessionResponse } from './types.js'

/**
 * The visitor's chat without its views: state and actions. Views read it after every `onChange` and never call the
 * server.
 */
export class Chat {
  thread = new Thread()
  contact: Contact
  availability: Availability
  outbox: VisitorOutbox
  invitation: Invitation
  /** What uploads and shows files, once it is loaded; `withFiles` loads it first. */
  files?: Files
  /** Finds the links in a message, once it is loaded. */
  linkify?: typeof linkify
  /** Set by the composer. */
  withFiles!: (then: (files: Files) => void) => unknown
  sync: Sync
  typing: Typing
  isOpen = false
  unread = 0
  /** How many frames have changed a conversation. */
  changes = 0
  /** Whether the last message could not be stored. */
  isUnkept = false
  /** Whether the newest message is on the screen; set by the view. */
  isAtEnd = true
  /** The website's page that the visitor is on. */
  page: Page | null = null

  onChange: () => void = () => {}
  /** Called for each new message from the team. */
  onIncoming: (messages: Message[]) => void = () => {}

  /** Applies what the page says of its visitor. */
  identify = (identity?: Identity) => this.contact.identify(identity)

  #session: Session
  #reading: Reading

  constructor(
    readonly config: WidgetConfig,
    private bridge: Bridge,
    readonly store: Store,
    readonly api: Api
  ) {
    const changed = () => this.changed()
    const sender = new Sender(this, api)
    this.contact = new Contact(this, api)
    this.availability = new Availability(config, () => this.sync.refresh())
    this.invitation = new Invitation(store)
    this.outbox = new VisitorOutbox({
      store,
      lock: `crmchat-outbox:${config.key}`,
      send: (message) => sender.send(message),
      mayFlush: () => this.hasConsent && !this.sync.gone && !this.contact.isMissing,
      onChange: changed,
    })
    this.#session = new Session(api, store, config.key)
    this.#session.onIdentity = (detail) => bridge.post('event', { name: 'identity', detail })
    if (config.signed_in) this.#session.askPage = () => this.#askPage()
    this.typing = new Typing(this, api)
    this.#reading = new Reading(this, api, bridge)
    this.sync = new Sync(this, api, this.#session)
    api.onResponse = () => this.outbox.isStuck && !this.outbox.limitedUntil && this.outbox.flush()
    document.addEventListener('visibilitychange', changed)
    addEventListener('online', () => this.outbox.flush())
  }

  /** Starts with the state that the website has stored. */
  start({ page, open, identity }: Welcome) {
    this.page = page
    this.isOpen = open
    if (identity) this.contact.take(identity)
    const isKnown = this.#session.isKnown || this.config.track || this.store.get('known')
    if (!this.hasConsent) this.changed()
    else if (this.isOpen || isKnown || this.outbox.isReady) this.sync.begin()
    // After a failure the next session tries again
    else this.#session.endLast().catch(() => {})
    this.changed()
  }

  /** The page's user is the visitor: few pages have such a chat, so how they sign in is loaded then. */
  async #askPage() {
    const { signIn }: typeof import('../later.js') = await import(
      /* @vite-ignore */ this.config.later
    )
    return signIn(this, this.#session, this.bridge)
  }

  setOpen(open: boolean) {
    this.isOpen = open
    if (open) this.sync.begin()
    else this.typing.stop()
    this.changed()
  }

  /** Whether the visitor is in a conversation that has not ended. */
  get isTalking() {
    const { current } = this.thread
    return !!current && !isEnded(current.conversation)
  }

  /** The visitor has opened the chat by a proactive message. */
  invite(invited: Invited) {
    if (!this.isTalking) this.invitation.take(invited)
    this.changed()
  }

  /** Whether the visitor has agreed to what the widget asks for, if anything. */
  get hasConsent() {
    const { consent_text: asked, consent_version: version } = this.config
    return asked === null || this.store.get('consent') === version
  }

  /** The visitor agrees: now the chat may begin. */
  agree() {
    this.store.set('consent', this.config.consent_version)
    this.setOpen(this.isOpen)
  }

  /** Takes a token with which the website verifies its visitor; it is sent once the chat is in use. */
  verify(jwt: string) {
    this.#session.jwt = jwt
    if (this.sync.hasSession) this.sync.renew()
  }

  /** Whether the visitor is with the team, or in its queue. */
  get isHere() {
    return this.availability.isHere(this.thread.current?.conversation)
  }

  /** Returns whether the message is stored until the server has it; otherwise it stays in the composer. */
  send(content: string) {
    this.typing.stop()
    try {
      this.outbox.add(content, this.files?.ready)
      this.isUnkept = false
    } catch {
      this.isUnkept = true
    }
    return !this.isUnkept
  }

  movedTo(page: Page) {
    this.page = page
    if (!this.sync.hasSession) return
    this.api.post('/page-views', { url: page.url, title: page.title }).catch(() => {})
  }

  /** Keeps this in memory only, until the page closes. */
  notStored(name: string) {
    this.store.notStored(name)
    this.changed()
  }

  reachedEnd(isAtEnd: boolean) {
    if (this.isAtEnd === isAtEnd) return
    this.isAtEnd = isAtEnd
    this.changed()
  }

  /** Shows the page before the first message. */
  async loadOlder() {
    await loadOlder(this.thread, this.api)
    this.changed()
  }

  /** Applies the session's response: the visitor and the team's availability. */
  begun(answer: SessionResponse) {
    this.availability.take(answer)
    this.contact.visitor = answer.visitor
    this.outbox.flush()
    void this.contact.sayIdentity()
  }

  /** Reports new messages; `isNews` is false for those written before this page was loaded. */
  arrived(messages: Message[], isNews: boolean) {
    for (const { client_message_id: id } of messages) {
      if (id && this.store.get(`o:${id}`)) this.outbox.remove(id)
    }
    const incoming = messages.filter((message) => message.sender_type !== 'visitor')
    if (incoming.length && isNews) {
      if (incoming.some(isOfAgent)) this.availability.answered()
      this.typing.take(null)
      this.onIncoming(incoming)
      for (const { id, sender_type, sender_name } of incoming) {
        this.bridge.post('event', { name: 'message', detail: { id, sender_type, sender_name } })
      }
    }
    this.changed()
  }

  /** A loaded conversation has changed. */
  updated(conversation: Conversation) {
    this.changes += 1
    if (conversation.agent_online === false) this.availability.contradict()
    this.thread.update(conversation)
  }

  /** A loaded conversation was deleted. */
  deleted(section: Section) {
    this.thread.remove(section)
    this.typing.take(null)
  }

  changed() {
    // The loader's second stage reads it: who talks gets no proactive message
    if (this.sync.hasSession) this.store.set('talks', this.isTalking ? '1' : null)
    this.#reading.consider()
    this.onChange()
  }
}

/** An agent's reply, or the system line of an agent joining. */
const isOfAgent = ({ sender_type: sender, metadata }: Message) =>
  sender === 'agent' || metadata?.event === 'joined'
