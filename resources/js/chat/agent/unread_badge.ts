import type { FrameConversationJson } from '../../../../app/chat/transformers/json/agent_json.js'
import type { UnreadJson } from '../../../../app/chat/transformers/json/inbox_json.js'
import type { LiveFrame } from '../shared/live_connection.js'
import { patience } from './patience.js'
import { staysListed } from '../../../../app/chat/support/leaving.js'
import { pageTitle } from './page_title.js'
import { text } from './texts.js'
import { pageUrl } from '../shared/page_url.js'

type UnreadConversation = FrameConversationJson

const COALESCE = 400

/** Events that remove a conversation from the count. */
const GONE = ['chat.conversation.deleted', 'chat.conversation.left']
const COUNTED = ['chat.message.sent', 'chat.conversation.updated', 'chat.read']

/**
 * Keeps the number of unread open conversations in the sidebar and in the title. The server counts when the page is
 * behind; frames update the count from there.
 */
export class UnreadBadge {
  agentId?: number
  #unread = new Set<string>()
  #isCapped = false
  #timer?: ReturnType<typeof setTimeout>
  /** Frames received while the server was counting: its response may be older. */
  #meanwhile?: UnreadConversation[]

  #element: HTMLElement | null = null

  /** Shows the number in this element from now on; without one it starts anew, perhaps for another user. */
  showIn(element: HTMLElement | null) {
    this.#element = element
    if (!element) {
      this.agentId = undefined
      this.#unread.clear()
    }
    if (this.agentId || !element) this.#show()
  }

  take(frame: LiveFrame) {
    const conversation = frame.conversation as UnreadConversation
    const isGone = GONE.includes(frame.event)
    if (!isGone && !COUNTED.includes(frame.event)) return
    const state = isGone ? { ...conversation, agent_unread_count: 0 } : conversation
    this.#meanwhile?.push(state)
    this.#mark(state)
    this.#show()
  }

  async refresh() {
    const meanwhile: UnreadConversation[] = (this.#meanwhile = [])
    const response = await fetch(pageUrl('/unread'), {
      headers: { Accept: 'application/json' },
      signal: patience.signal(),
    })
    if (response.status >= 500) throw new Error('not counted')
    if (!response.ok) return
    const answer = (await response.json()) as UnreadJson
    if (!this.#element) return
    this.agentId = answer.agent_id
    this.#unread = new Set(answer.conversations)
    this.#isCapped = answer.is_capped
    for (const conversation of meanwhile) this.#mark(conversation)
    if (this.#meanwhile === meanwhile) this.#meanwhile = undefined
    this.#show()
  }

  #mark({ uuid: id, folder, pending_action: pending, ...state }: UnreadConversation) {
    const { agent_id: agentId, agent_unread_count: count } = state
    const concerns = agentId === null || agentId === this.agentId
    const isOpen = folder === 'open' && staysListed('open', pending)
    if (isOpen && concerns && count > 0) this.#unread.add(id)
    // The server counts up to a maximum: beyond it the remaining ones are unknown
    else if (this.#unread.delete(id) && this.#isCapped) this.changed()
  }

  /** Counts again soon; several calls share one request. */
  changed() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.refresh().catch(() => {})
    }, COALESCE)
  }

  #show() {
    const unread = this.#unread.size
    pageTitle.unread = unread
    if (!this.#element) return
    this.#element.hidden = unread === 0
    this.#element.textContent = unread > 99 ? '99+' : String(unread)
    this.#element.setAttribute('aria-label', text('agent_script.unread', { count: unread }))
  }
}
