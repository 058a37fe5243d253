import { patience } from '../../agent/patience.js'
import type { Api } from '../../agent/api.js'
import { coalesce } from '../coalesce.js'
import type { ThreadView } from './thread_view.js'

interface ThreadAnswer {
  html: string
  last_seq: number
  has_more: boolean
  visitor_read_seq: number
}

const DISTANCE = 40

/**
 * Follows a conversation: everything after what is known, page by page, and older pages on demand. A
 * thread that was opened somewhere in the middle is read on in both directions, and followed from
 * when its end is there.
 */
export class ThreadSync {
  #isLoadingOlder = false
  #isLoadingNewer = false
  #last: Promise<void> = Promise.resolve()
  #isStopped = false

  /** Looks soon; many reasons at once are one look. */
  readonly look = coalesce(DISTANCE, () => this.catchUp())

  constructor(
    private api: Api,
    private view: ThreadView,
    private url: string,
    /** Up to here nothing is missing; what lies beyond may be there already, or not. */
    public knownSeq: number
  ) {}

  /**
   * Takes a message that has come without being asked for, when it is the next one. Answers whether it was;
   * then `show` has put it on the screen.
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
   * Fetches all that is missing from now on: one that is under way may have read before what this
   * wish is about was written. Rejects when the network fails; what came until then stays.
   */
  catchUp(): Promise<void> {
    this.#last = this.#last.catch(() => {}).then(() => this.#fetchMissing())
    return this.#last
  }

  async older() {
    if (this.#isLoadingOlder || !this.view.hasOlder) return
    this.#isLoadingOlder = true
    try {
      const answer = await this.#ask(`before=${this.view.firstSeq}`)
      if (this.#isStopped) return
      this.view.merge(answer.html)
      this.view.hasOlder = answer.has_more
    } catch {
      /** Scrolling asks again. */
    } finally {
      this.#isLoadingOlder = false
    }
  }

  /** The page after what is there, while there is more in between than what is new. */
  async newer() {
    if (this.#isLoadingNewer || !this.view.hasNewer) return
    this.#isLoadingNewer = true
    try {
      const answer = await this.#ask(`after=${this.knownSeq}`)
      if (this.#isStopped) return
      this.view.merge(answer.html, { isNew: false })
      this.knownSeq = Math.max(this.knownSeq, answer.last_seq)
      this.view.hasNewer = answer.has_more
      if (!answer.has_more) this.look()
    } catch {
      /** Scrolling asks again. */
    } finally {
      this.#isLoadingNewer = false
    }
  }

  async #fetchMissing() {
    let hasMore = !this.view.hasNewer
    while (hasMore && !this.#isStopped) {
      const answer = await this.#ask(`after=${this.knownSeq}`)
      if (this.#isStopped) return
      this.view.merge(answer.html)
      this.view.seen(answer.visitor_read_seq)
      this.knownSeq = Math.max(this.knownSeq, answer.last_seq)
      hasMore = answer.has_more
    }
  }

  #ask(place: string) {
    return this.api.get<ThreadAnswer>(`${this.url}/messages?${place}`, {
      signal: patience.signal(),
    })
  }
}
