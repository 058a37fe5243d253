import type { ThreadJson } from '../../../../../app/chat/transformers/json/inbox_json.js'
import { patience } from '../../agent/patience.js'
import type { Api } from '../../agent/api.js'
import { coalesce } from '../coalesce.js'
import type { ThreadView } from './thread_view.js'

const DISTANCE = 40

/**
 * Follows a conversation: fetches all newer messages, page by page, and older pages on demand. A thread opened at a
 * message in its middle is extended in both directions, and followed live once its end is loaded.
 */
export class ThreadSync {
  #isLoadingOlder = false
  #isLoadingNewer = false
  #last: Promise<void> = Promise.resolve()
  #isStopped = false

  /** Catches up soon; several calls share one request. */
  readonly look = coalesce(DISTANCE, () => this.catchUp())

  constructor(
    private api: Api,
    private view: ThreadView,
    private url: string,
    /** The `seq` up to which all messages are loaded; later ones may be. */
    public knownSeq: number
  ) {}

  /**
   * Shows a message of a frame when it is the next one. Returns whether it was.
   */
  takeNext(seq: number, show: () => void) {
    if (this.#isStopped || this.view.hasNewer || seq !== this.knownSeq + 1) return false
    show()
    this.knownSeq = seq
    return true
  }

  stop() {
    this.#isStopped = true
  }

  /**
   * Fetches all missing messages in a new request, because one under way may have read too early. Rejects when the
   * network fails; pages that arrived before stay.
   */
  catchUp(): Promise<void> {
    this.#last = this.#last.catch(() => {}).then(() => this.#fetchMissing())
    return this.#last
  }

  async older() {
    if (this.#isLoadingOlder || !this.view.hasOlder) return
    this.#isLoadingOlder = true
    try {
      const answer = await this.#request(`before=${this.view.firstSeq}`)
      if (this.#isStopped) return
      this.view.merge(answer.html)
      this.view.hasOlder = answer.has_more
    } catch {
      /** Scrolling retries. */
    } finally {
      this.#isLoadingOlder = false
    }
  }

  /** The next page, while messages are missing between the loaded ones and the newest. */
  async newer() {
    if (this.#isLoadingNewer || !this.view.hasNewer) return
    this.#isLoadingNewer = true
    try {
      const answer = await this.#request(`after=${this.knownSeq}`)
      if (this.#isStopped) return
      this.view.merge(answer.html, { isNew: false })
      this.knownSeq = Math.max(this.knownSeq, answer.last_seq)
      this.view.hasNewer = answer.has_more
      if (!answer.has_more) this.look()
    } catch {
      /** Scrolling retries. */
    } finally {
      this.#isLoadingNewer = false
    }
  }

  async #fetchMissing() {
    let hasMore = !this.view.hasNewer
    while (hasMore && !this.#isStopped) {
      const answer = await this.#request(`after=${this.knownSeq}`)
      if (this.#isStopped) return
      this.view.merge(answer.html)
      this.view.seen(answer.visitor_read_seq)
      this.knownSeq = Math.max(this.knownSeq, answer.last_seq)
      hasMore = answer.has_more
    }
  }

  #request(range: string) {
    return this.api.get<ThreadJson>(`${this.url}/messages?${range}`, {
      signal: patience.signal(),
    })
  }
}
