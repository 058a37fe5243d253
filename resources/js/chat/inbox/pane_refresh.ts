import type { ContextJson } from '../../../../app/chat/transformers/json/inbox_json.js'
import { patience } from '../agent/patience.js'
import type { Page } from './page.js'
import { coalesce } from './coalesce.js'
import { fragment, region } from './dom.js'
import { drawHead } from './drawing/head.js'
import type { FrameConversation } from './frames.js'
import { swap } from './swap.js'
import { pageUrl } from '../shared/page_url.js'

const DISTANCE = 200
const OPEN = ['pending', 'active', 'waiting']

/** Keeps the head, the composer and the visitor's card up to date. */
export class PaneRefresh {
  readonly soon = coalesce(DISTANCE, () => this.now())
  #asking = 0

  constructor(
    private page: Page,
    private pane: HTMLElement
  ) {}

  get visitor() {
    return this.pane.dataset.visitor!
  }

  async now() {
    const id = this.pane.dataset.pane!
    const url = pageUrl(`/${id}/context?${this.page.query}`)
    this.#asking += 1
    const asked = this.page.api.get<ContextJson>(url, { signal: patience.signal() })
    const answer = await asked.finally(() => (this.#asking -= 1))
    if (!this.pane.isConnected) return
    swap(region(this.pane, 'head'), answer.head)
    swap(this.page.region('context'), answer.context)
    swap(region(this.pane, 'planned'), answer.planned)
    const composer = region(this.pane, 'composer')
    const isEnded = composer.querySelector<HTMLElement>('[data-ended]')?.dataset.ended === 'yes'
    if (isEnded !== answer.ended) composer.replaceChildren(fragment(answer.composer))
  }

  /** Whether the conversation is assigned to this agent, according to the head. */
  get isMine() {
    return this.#head?.dataset.agent === String(this.page.agentId)
  }

  /**
   * Applies a frame to the head. Between open statuses only the status and the waiting time change, and are drawn here;
   * everything else is fetched from the server, as is what an answer under way may take back.
   */
  compare(conversation: FrameConversation) {
    if (this.#asking || this.#hasPlanned) this.soon()
    const head = this.#head
    const { status, folder, agent_id: agentId, pending_action: pending } = conversation
    if (head && head.dataset.pending !== (pending ?? '')) return this.soon()
    const isSameAssignment = folder === 'open' && head?.dataset.agent === String(agentId ?? '')
    if (!head || pending || !isSameAssignment || !OPEN.includes(head.dataset.status!)) {
      const shown = folder === 'archived' || folder === 'snoozed' ? folder : status
      const isTrue = head?.dataset.status === shown && head.dataset.agent === String(agentId ?? '')
      return isTrue ? undefined : this.soon()
    }
    drawHead(this.page.root, head, conversation)
  }

  /** What is planned may just have been sent. */
  get #hasPlanned() {
    return region(this.pane, 'planned').childElementCount > 0
  }

  get #head() {
    return this.pane.querySelector<HTMLElement>('[data-status]')
  }
}
