import { staysListed } from '../../../../../app/chat/support/leaving.js'
import { drawRow, stateOf } from '../drawing/row.js'
import { ViewerClock } from '../drawing/viewer_clock.js'
import { isPlain, messageOf, type ConversationFrame, type FrameConversation } from '../frames.js'
import type { Page } from '../page.js'
import type { Rows } from './rows.js'

/** How many conversations outside of the list are remembered. */
const MOST_KNOWN = 2000

/** The filters of conversations that are not open. */
const LISTS_ASIDE = ['snoozed', 'resolved', 'closed', 'archived']

/**
 * Draws rows from frames. The server decides what a frame does not: whether a conversation outside of the list belongs
 * to it, where a conversation moves between folders, agents or priorities, and everything under a search.
 */
export class ListDrawing {
  readonly #clock: ViewerClock
  /** The last known state of conversations outside of the list, and whether the server left them out. */
  #outside = new Map<string, { state: string; refusedFor?: string }>()

  constructor(
    private page: Page,
    private rows: Rows
  ) {
    this.#clock = new ViewerClock(page.root)
  }

  /** Draws a frame; returns whether the list is up to date with it. Otherwise the row has to be requested. */
  take(frame: ConversationFrame): boolean {
    const { conversation } = frame
    const message = messageOf(frame)
    const id = conversation.uuid
    const row = this.rows.find(id)
    const before = row ? row.dataset.state : this.#outside.get(id)?.state
    const state = stateOf(conversation)
    if (!row) this.#remember(id, state)
    if (!staysListed(this.#filters.get('filter'), conversation.pending_action)) {
      this.rows.remove([id])
      return !row && before === state
    }
    if (this.#filters.has('q')) return false
    if (message?.type === 'event') return false
    if (!before || withoutStatus(before) !== withoutStatus(state)) return false
    if (!this.#mayBelong(conversation)) {
      this.rows.remove([id])
      return !row || !this.rows.isEmpty
    }
    if (row) return isDrawable(conversation) && this.#draw(frame, row)
    return !message || !isPlain(message) || this.#isRefused(id)
  }

  /** The server reports that these conversations do not match the list's filters. */
  leftOut(ids: string[], query: string) {
    for (const id of ids) {
      const known = this.#outside.get(id)
      if (known) known.refusedFor = `${query} ${known.state}`
    }
  }

  #draw(frame: ConversationFrame, row: HTMLElement) {
    const isOlder = frame.conversation.last_seq < Number(row.dataset.lastSeq)
    if (isOlder) return true
    const drawn = drawRow(frame, row, this.#viewer)
    if (drawn) this.rows.put(drawn)
    return drawn !== null
  }

  #isRefused(id: string) {
    const known = this.#outside.get(id)
    return known !== undefined && known.refusedFor === `${this.page.query} ${known.state}`
  }

  #remember(id: string, state: string) {
    const known = this.#outside.get(id)
    this.#outside.delete(id)
    this.#outside.set(id, { ...known, state })
    if (this.#outside.size > MOST_KNOWN) this.#outside.delete(this.#outside.keys().next().value!)
  }

  /** Whether a conversation's state allows it to be in the list. */
  #mayBelong({ folder, status, agent_id: agentId }: FrameConversation) {
    const filter = this.#filters.get('filter')
    if (filter === 'all') return true
    if (LISTS_ASIDE.includes(filter!)) return folder !== 'open'
    if (folder !== 'open') return false
    if (filter === 'mine') return agentId === this.page.agentId
    if (filter === 'unassigned') return agentId === null
    return filter === 'open' || status === filter
  }

  get #filters() {
    return new URLSearchParams(this.page.query)
  }

  get #viewer() {
    const { root, agentId } = this.page
    return { root, agentId, sort: this.#filters.get('sort'), clock: this.#clock }
  }
}

/** Rows of ended, snoozed or archived conversations, and of pending actions, show more than a frame contains. */
const isDrawable = ({ folder, pending_action: pending }: FrameConversation) =>
  folder === 'open' && !pending

/** A state without its status. */
function withoutStatus(state: string) {
  const [folder, , ...rest] = state.split(' ')
  return [folder, ...rest].join(' ')
}
