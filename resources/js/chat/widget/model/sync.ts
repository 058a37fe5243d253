import { LiveConnection, type ConnectionState } from '../../shared/live_connection.js'
import { RequestError } from '../../shared/net/request_error.js'
import { RetryClock } from '../../shared/net/retry_clock.js'
import { Patience } from '../../shared/patience.js'
import type { Api } from '../api.js'
import type { Chat } from './chat.js'
import { applyFrame } from './frames.js'
import { fetchMissing } from './missing.js'
import { unlessOvertaken } from './overtaken.js'
import type { Session } from './session.js'
import type { Section } from './thread.js'
import type { Message, SessionResponse, Started, VisitorFrame } from './types.js'

/** Within this time of the session's response, only messages can be missed; the stream's first frame shows them. */
const SESSION_IS_FRESH = 15_000
/** The widget is inactive, refuses the website, or asks for consent to a newer text than this page's. */
const ENDS = [404, 403, 428]
const CLOSED = 'E_CHAT_CLOSED'

/** Keeps the chat in step with the server: session, stream and catch-up. */
export class Sync {
  state: ConnectionState = 'connecting'
  /** The widget is inactive, or refuses this visitor. */
  gone = false
  /** The chat is over for this visitor: the notice says no more than that. */
  isClosed = false
  hasSession = false

  #wanted = false
  #loadedAt = 0
  #loading?: Promise<void>
  #isWhole = false
  #clock = new RetryClock(() => this.begin())
  #connection?: LiveConnection
  #patience = new Patience()
  #connectedAs?: string
  #threadOf?: string

  constructor(
    private chat: Chat,
    private api: Api,
    private session: Session
  ) {
    addEventListener('online', () => this.#wanted && this.begin())
  }

  /** Opens the session and stays connected from then on, however long that takes. */
  begin() {
    if (!this.chat.hasConsent) return
    this.#wanted = true
    this.#clock.clear()
    this.ensureSession()
      // A token that came while the session was being opened has yet to be sent
      .then(() => (this.session.isLate ? this.renew() : this.#connect()))
      .catch((error) => this.#beginLater(error))
  }

  refresh() {
    this.#connection?.refresh()
  }

  /** The token is invalid, or another tab has replaced it. */
  renew() {
    this.hasSession = false
    if (this.#wanted) this.begin()
  }

  async ensureSession() {
    if (this.gone) throw new RequestError(0)
    if (!this.hasSession) await this.#loadSession()
  }

  /** Adds messages of a response or frame; `live` is false for those of the first response. */
  take(section: Section, messages: Message[], complete: boolean, live = true) {
    const { chat } = this
    chat.arrived(chat.thread.add(section, messages, complete), live)
    if (messages.some(({ seq }) => seq > section.cursor)) this.refresh()
  }

  /** Makes a conversation the present one. */
  takeConversation({ conversation, messages, has_more: hasOlder }: Started, live = true) {
    const section = this.chat.thread.open(conversation, hasOlder)
    const joins = !section.cursor || !messages.length || messages[0].seq <= section.cursor + 1
    this.take(section, messages, joins, live)
  }

  /** Concurrent callers share one answer. */
  #loadSession() {
    this.#loading ??= this.#load().finally(() => (this.#loading = undefined))
    return this.#loading
  }

  async #load() {
    const { chat, api } = this
    const live = this.hasSession
    const page = live ? null : chat.page
    const opening = this.session.open(page, this.#patience.signal())
    const answer = await unlessOvertaken(chat, opening).catch((error) => {
      this.isClosed = error.code === CLOSED
      if (ENDS.includes(error.status)) this.#leave()
      throw error
    })

    this.#clock.succeeded()
    this.hasSession = true
    chat.thread.isStale = false
    if (this.#threadOf !== api.token) chat.thread.sections = []
    this.#threadOf = api.token
    chat.begun(answer)
    if (hasConversation(answer)) this.takeConversation(answer, live)
    chat.unread = answer.unread
    this.#loadedAt = Date.now()
    chat.changed()
  }

  #connect() {
    const { api, chat } = this
    if (this.#connectedAs === api.token || this.gone) return
    this.#connection?.stop()
    this.#connectedAs = api.token

    this.#connection = new LiveConnection({
      url: api.url('/events'),
      headers: () => api.headers(),
      credentials: 'omit',
      // Tabs of different visitors must not share a stream
      name: `crmchat:${chat.config.key}:${chat.store.get('end')}`,
      onFrame: (frame) => this.#receive(frame as unknown as VisitorFrame),
      patience: this.#patience,
      // Changes whose frames were lost
      onChanged: (changed) => chat.thread.isBehind(changed) && this.refresh(),
      onCatchUp: () => this.#catchUp(),
      isWhole: () => this.#takeWhole(),
      onState: (state) => this.#show(state),
      onRefused: () => {
        this.#connectedAs = undefined
        this.hasSession = false
        this.#beginLater()
      },
    })
    this.#connection.start()
  }

  /** The greeting holds for its own connection only. */
  #takeWhole() {
    const isWhole = this.#isWhole
    this.#isWhole = false
    return isWhole
  }

  async #catchUp() {
    const { thread } = this.chat
    this.#isWhole = false
    try {
      // A new conversation is announced by the session only
      if (!this.hasSession || thread.isStale || !this.chat.isTalking) await this.#loadSession()
      await fetchMissing(this.chat, this.api, this.#patience)
    } catch (error) {
      const { status } = error as RequestError
      // The conversation or the widget is gone: opening the session shows which
      if (status === 404 && thread.current) thread.remove(thread.current)
      if (status === 401 || status === 404) this.renew()
      throw error
    }
  }

  /** The first stream after a session's response has missed nothing, unless its greeting shows a change. */
  #greeted({ changed }: VisitorFrame) {
    const isFresh = Date.now() - this.#loadedAt < SESSION_IS_FRESH
    this.#loadedAt = 0
    this.#isWhole = isFresh && Array.isArray(changed) && !this.chat.thread.isBehind(changed)
  }

  #receive(frame: VisitorFrame) {
    if (frame.event === 'chat.ready') this.#greeted(frame)
    applyFrame(this.chat, frame)
    this.chat.changed()
  }

  /** Without an error, the server ended the stream. */
  #beginLater(error?: unknown) {
    if (this.gone) return
    this.#show('offline')
    this.#clock.failed(error, true)
  }

  #leave() {
    this.gone = true
    this.#connection?.stop()
    this.chat.changed()
  }

  #show(state: ConnectionState) {
    this.state = state
    this.chat.changed()
  }
}

const hasConversation = (answer: SessionResponse): answer is SessionResponse & Started =>
  answer.conversation !== null
