import { reconnectDelay } from '../../shared/backoff.js'
import type { Changed } from '../../shared/heartbeats.js'
import {
  LiveConnection,
  type ConnectionState,
  type LiveFrame,
} from '../../shared/live_connection.js'
import { Patience } from '../../shared/patience.js'
import { RequestError } from '../../shared/net/request_error.js'
import type { Api } from '../api.js'
import type { Session } from './session.js'
import type { Told } from './availability.js'
import { isEnded, type Section, type Thread } from './thread.js'
import type { Conversation, Message, MessagesAnswer, Page, SessionAnswer } from './types.js'

const PAGE = 100
const ABOUT_THE_TEAM = ['chat.ready', 'chat.availability']

export interface SyncOptions {
  api: Api
  session: Session
  thread: Thread
  key: string
  page(): Page | null
  onSession(answer: SessionAnswer): void
  /** Messages that were not here before; `live` is false for what the first answer brought. */
  onMessages(messages: Message[], live: boolean): void
  /** `isNews`: it has changed just now. */
  onAvailability(told: Told, isNews?: boolean): void
  onUnread(unread: number): void
  /** A conversation that is here has changed. */
  onConversation(conversation: Conversation): void
  onTyping(name: string | null): void
  onChange(): void
}

/** Keeps the thread in step with the server: session, stream and catch-up. */
export class Sync {
  state: ConnectionState = 'connecting'
  /** The widget was switched off, or does not want this visitor. */
  gone = false

  #wanted = false
  #hasSession = false
  #stale = false
  #failures = 0
  #failingSince = 0
  #retry?: ReturnType<typeof setTimeout>
  #connection?: LiveConnection
  #patience = new Patience()
  #connectedAs?: string
  #threadOf?: string

  constructor(private options: SyncOptions) {
    window.addEventListener('online', () => this.#retry && this.begin())
  }

  /** Opens the session and stays connected from then on, however long that takes. */
  begin() {
    this.#wanted = true
    clearTimeout(this.#retry)
    this.#retry = undefined
    void this.ensureSession()
      .then(() => this.#connect())
      .catch(() => this.#beginLater())
  }

  refresh() {
    this.#connection?.refresh()
  }

  /** The token is not good any more, or not the one that the other tabs use. */
  renew() {
    this.#hasSession = false
    if (this.#wanted) this.begin()
  }

  get hasSession() {
    return this.#hasSession
  }

  async ensureSession() {
    if (this.gone) throw new RequestError(0)
    if (!this.#hasSession) await this.#loadSession()
  }

  /** Takes messages that an answer or a frame has brought. */
  take(section: Section, messages: Message[], complete: boolean, live = true) {
    const added = this.options.thread.add(section, messages, complete)
    this.options.onMessages(added, live)
    this.options.onChange()
    if (messages.some((message) => message.seq > section.cursor)) this.refresh()
  }

  /** Takes a conversation as the present one. */
  takeConversation(
    conversation: Conversation,
    messages: Message[],
    hasOlder: boolean,
    live: boolean
  ) {
    const section = this.options.thread.open(conversation, hasOlder)
    const joins = !section.cursor || !messages.length || messages[0].seq <= section.cursor + 1
    this.take(section, messages, joins, live)
    return section
  }

  async loadOlder() {
    const { thread, api } = this.options
    const [first] = thread.sections
    if (!first) return

    if (first.hasOlder) {
      const { id } = first.conversation
      const before = first.messages[0]?.seq ?? 0
      const path = `/conversations/${id}/messages?before=${before}&limit=50`
      const answer = await api.get<MessagesAnswer>(path)
      thread.addOlder(first, answer.messages, answer.has_more)
    } else if (first.conversation.previous_id) {
      const path = `/conversations/${first.conversation.previous_id}/messages?limit=50`
      const answer = await api.get<MessagesAnswer>(path)
      if (thread.sections[0] !== first) return
      thread.prepend(answer.conversation, answer.messages, answer.has_more)
    }
    this.options.onChange()
  }

  async #loadSession() {
    const { session, thread, page } = this.options
    const live = this.#hasSession
    let answer: SessionAnswer
    try {
      answer = await session.open(live ? null : page(), this.#patience.signal())
    } catch (error) {
      if (error instanceof RequestError && (error.status === 404 || error.status === 403))
        this.#leave()
      throw error
    }

    this.#failures = 0
    this.#hasSession = true
    this.#stale = false
    this.options.onAvailability(answer)
    if (this.#threadOf !== this.options.api.token) thread.sections = []
    this.#threadOf = this.options.api.token
    this.options.onSession(answer)
    if (answer.conversation) {
      this.takeConversation(answer.conversation, answer.messages, answer.has_more, live)
    }
    this.options.onUnread(answer.unread)
    this.options.onChange()
  }

  #connect() {
    const { api, key } = this.options
    if (this.#connectedAs === api.token || this.gone) return
    this.#connection?.stop()
    this.#connectedAs = api.token

    this.#connection = new LiveConnection({
      url: this.options.api.url('/events'),
      headers: () => api.headers(),
      credentials: 'omit',
      // Tabs of different visitors must not share a stream
      name: `crmchat:${key}:${digest(api.token ?? '')}`,
      onFrame: (frame) => this.#receive(frame),
      patience: this.#patience,
      onChanged: (changed) => this.#changed(changed),
      onCatchUp: () => this.#catchUp(),
      onState: (state) => this.#show(state),
      onRefused: () => {
        this.#connectedAs = undefined
        this.#hasSession = false
        this.#beginLater()
      },
    })
    this.#connection.start()
  }

  async #catchUp() {
    const { thread, api } = this.options
    try {
      // A new conversation is announced by the session only
      if (
        !this.#hasSession ||
        this.#stale ||
        !thread.current ||
        isEnded(thread.current.conversation)
      ) {
        await this.#loadSession()
      }

      const section = thread.current
      for (let more = !!section; more;) {
        const { id } = section!.conversation
        const path = `/conversations/${id}/messages?after=${section!.cursor}&limit=${PAGE}`
        const answer = await api.get<MessagesAnswer>(path, this.#patience.signal())
        thread.update(answer.conversation)
        this.options.onAvailability(answer)
        this.take(section!, answer.messages, true)
        this.options.onUnread(answer.unread)
        more = answer.has_more && answer.messages.length > 0
      }
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      // The conversation is gone, or the whole widget: the session tells
      if (error.status === 404 && thread.current) thread.remove(thread.current)
      if (error.status === 401 || error.status === 404) this.renew()
      throw error
    }
  }

  /** A heartbeat tells of what no frame has told. */
  #changed(changed: Changed) {
    const isBehind = changed.some(([id, seq]) => {
      const section = this.options.thread.find(id)
      this.#stale ||= !section
      return !section || section.cursor < seq
    })
    if (isBehind) this.refresh()
  }

  #receive(frame: LiveFrame) {
    const { thread } = this.options
    const section = thread.find(String(frame.conversation_id ?? (frame.conversation as any)?.id))

    switch (frame.event) {
      case 'chat.ready':
        this.options.onAvailability(frame as unknown as Told)
        break
      case 'chat.availability':
        this.options.onAvailability(frame as unknown as Told, true)
        break
      case 'chat.message.sent':
        this.options.onUnread(Number(frame.unread) || 0)
        if (section) this.take(section, [frame.message as Message], false)
        break
      case 'chat.conversation.updated':
        if (section) this.options.onConversation(frame.conversation as Conversation)
        break
      case 'chat.conversation.deleted':
        if (section) this.#deleted(section)
        break
      case 'chat.typing':
        if (section) this.options.onTyping(frame.typing ? String(frame.sender_name ?? '') : null)
        break
      case 'chat.read':
        this.options.onUnread(Number(frame.unread) || 0)
        if (section) {
          const mark = frame.by === 'agent' ? 'agent_read_seq' : 'visitor_read_seq'
          thread.update({ ...section.conversation, [mark]: Number(frame.seq) || 0 })
        }
    }

    if (!section && !ABOUT_THE_TEAM.includes(frame.event)) {
      this.#stale = true
      this.refresh()
    }
    this.options.onChange()
  }

  /** What the visitor has written and not sent yet begins a new conversation. */
  #deleted(section: Section) {
    this.options.thread.remove(section)
    this.options.onTyping(null)
    this.#stale = true
    this.refresh()
  }

  #beginLater() {
    if (!this.#failures++) this.#failingSince = Date.now()
    if (this.gone) return
    this.#show('offline')
    clearTimeout(this.#retry)
    const delay = reconnectDelay(
      this.#failures + 1,
      Date.now() - this.#failingSince,
      document.hidden
    )
    this.#retry = setTimeout(() => this.begin(), delay)
  }

  #leave() {
    this.gone = true
    this.#connection?.stop()
    this.options.onChange()
  }

  #show(state: ConnectionState) {
    this.state = state
    this.options.onChange()
  }
}

/** Tells tokens apart without showing them. */
function digest(token: string) {
  let sum = 0
  for (const character of token) sum = (sum * 31 + character.charCodeAt(0)) | 0
  return (sum >>> 0).toString(36)
}
