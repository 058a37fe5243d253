import type { FrameConversationJson } from '../../../../../app/chat/transformers/json/agent_json.js'
import type { NotificationsJson } from '../../../../../app/chat/transformers/json/notification_json.js'
import type { LiveFrame } from '../../shared/live_connection.js'
import { pageUrl } from '../../shared/page_url.js'
import { patience } from '../patience.js'

type Kind = NotificationsJson['desktop'][number]
type State = NotificationsJson | null
type Listener = (state: State, before: State) => void

const COALESCE = 300

/** What the agent is notified of and how they want it, as the server has last said; the same in all parts of the page. */
class NoticeState {
  #state: State = null
  #listeners = new Set<Listener>()
  #timer?: ReturnType<typeof setTimeout>

  onChange(listener: Listener) {
    this.#listeners.add(listener)
  }

  /** Another user may be next. */
  forget() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#take(null)
  }

  async refresh() {
    const response = await fetch(pageUrl('/notifications'), {
      headers: { Accept: 'application/json' },
      signal: patience.signal(),
    })
    if (response.status >= 500) throw new Error('not read')
    if (response.ok) this.#take(await response.json())
  }

  /** Asks the server again when a frame says that something has changed; a message alone says nothing yet. */
  hear(frame: LiveFrame, agentId: number) {
    if (frame.event === 'chat.notifications.changed') return this.soon()
    const conversation = frame.conversation as Partial<FrameConversationJson> | undefined
    if (!conversation?.uuid || !this.#state?.conversations.includes(conversation.uuid)) return
    const { agent_id: owner, agent_unread_count: unread, folder } = conversation
    if (owner !== agentId || unread === 0 || folder !== 'open') this.soon()
  }

  /** Several calls share one request. */
  soon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.refresh().catch(() => {})
    }, COALESCE)
  }

  /** Whether an open tab may ring and show a notification of this kind. */
  mayAlert(kind: Kind, conversation: string) {
    if (!this.#state?.may_reply) return true
    const { desktop, muted, quiet } = this.#state
    const now = Date.now()
    if (quiet && Date.parse(quiet.from) <= now && now < Date.parse(quiet.until)) return false
    return desktop.includes(kind) && !(kind === 'message' && muted.includes(conversation))
  }

  #take(state: State) {
    const before = this.#state
    this.#state = state
    for (const listener of this.#listeners) listener(state, before)
  }
}

/** A module of its own, so that every script of the page gets the same one. */
export const noticeState = new NoticeState()
