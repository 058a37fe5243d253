import type { LiveFrame } from '../shared/live_connection.js'
import { patience } from './patience.js'
import { pageTitle } from './page_title.js'

interface UnreadAnswer {
  /** External ids of what is unread; not all of them where there are more than a badge shows. */
  conversations: string[]
  is_capped: boolean
  agent_id: number
}

interface UnreadConversation {
  external_id: string
  folder: string
  agent_id: number | null
  agent_unread_count: number
}

const COALESCE = 400

/** Events that tell what is unread of a conversation. */
const COUNTED = ['chat.message.sent', 'chat.conversation.updated', 'chat.read']

/**
 * Keeps the number in the sidebar and in the title: open conversations that wait to be read. It is counted
 * by the server when the page is behind, and goes on from there with what frames say.
 */
export class UnreadBadge {
  agentId?: number
  #unread = new Set<string>()
  #isCapped = false
  #timer?: ReturnType<typeof setTimeout>
  /** What frames have said while the server was counting: its answer may be from before. */
  #meanwhile?: UnreadConversation[]

  constructor(private element: HTMLElement) {}

  take(frame: LiveFrame) {
    const conversation = frame.conversation as UnreadConversation
    const isGone = frame.event === 'chat.conversation.deleted'
    if (!isGone && !COUNTED.includes(frame.event)) return
    const state = isGone ? { ...conversation, agent_unread_count: 0 } : conversation
    this.#meanwhile?.push(state)
    this.#mark(state)
    this.#show()
  }

  async refresh() {
    const meanwhile: UnreadConversation[] = (this.#meanwhile = [])
    const response = await fetch('/chat/unread', {
      headers: { Accept: 'application/json' },
      signal: patience.signal(),
    })
    if (response.status >= 500) throw new Error('not counted')
    if (!response.ok) return
    const answer = (await response.json()) as UnreadAnswer
    this.agentId = answer.agent_id
    this.#unread = new Set(answer.conversations)
    this.#isCapped = answer.is_capped
    for (const conversation of meanwhile) this.#mark(conversation)
    if (this.#meanwhile === meanwhile) this.#meanwhile = undefined
    this.#show()
  }

  #mark({
    external_id: id,
    folder,
    agent_id: agentId,
    agent_unread_count: count,
  }: UnreadConversation) {
    const concerns = agentId === null || agentId === this.agentId
    if (folder === 'open' && concerns && count > 0) this.#unread.add(id)
    // Of more than the server has counted, those that are left are not known
    else if (this.#unread.delete(id) && this.#isCapped) this.changed()
  }

  /** Counts again soon; many wishes at once are one request. */
  changed() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.refresh().catch(() => {})
    }, COALESCE)
  }

  #show() {
    const unread = this.#unread.size
    pageTitle.unread = unread
    this.element.hidden = unread === 0
    this.element.textContent = unread > 99 ? '99+' : String(unread)
    this.element.setAttribute('aria-label', `${unread} unread`)
  }
}
