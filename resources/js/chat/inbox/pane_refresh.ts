import type { ContextJson } from '../../../../app/chat/transformers/json/inbox_json.js'
import { patience } from '../agent/patience.js'
import type { Page } from './page.js'
import { coalesce } from './coalesce.js'
import { fragment, region } from './dom.js'
import { drawHead } from './drawing/head.js'
import type { FrameConversation } from './frames.js'
import { swap } from './swap.js'
import { RequestError } from '../shared/net/request_error.js'
import { RetryClock } from '../shared/net/retry_clock.js'
import { pageUrl } from '../shared/page_url.js'

const DISTANCE = 200
const OPEN = ['pending', 'active', 'waiting']

/** Keeps the head, the composer and the visitor's card up to date. */
export class PaneRefresh {
  readonly soon = coalesce(DISTANCE, () => this.now())
  #asking = 0
  /** The numbers of the newest request, and of the newest one whose answer is shown. */
  #newest = 0
  #shown = 0
  #clock = new RetryClock(() => this.pane.isConnected && this.soon())

  constructor(
    private page: Page,
    private pane: HTMLElement
  ) {}

  get visitor() {
    return this.pane.dataset.visitor!
  }

  /** Drops an answer that a newer one has overtaken, for it may show what was before. Repeats what has failed. */
  async now() {
    const id = this.pane.dataset.pane!
    const url = pageUrl(`/${id}/context?${this.page.query}`)
    const number = ++this.#newest
    this.#asking += 1
    const asked = this.page.api.get<ContextJson>(url, { signal: patience.signal() })
    const answer = await asked
      .finally(() => (this.#asking -= 1))
      .catch((error) => {
        this.#clock.failed(error, error instanceof RequestError && error.isTemporary)
        throw error
      })
    this.#clock.succeeded()
    if (number === this.#newest) this.#clock.clear()
    if (!this.pane.isConnected || number < this.#shown) return
    this.#shown = number
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
