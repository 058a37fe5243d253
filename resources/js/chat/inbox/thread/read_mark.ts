import type { Api } from '../../agent/api.js'
import { patience } from '../../agent/patience.js'
import type { ThreadView } from './thread_view.js'

const DISTANCE = 250
/** Other viewers wait this long, so that the assignee or the first viewer moves the mark. */
const TEAMMATES_WAIT = 400
const TEAMMATES_SPREAD = 1600

/** Marks the conversation as read when its end is on the screen of a visible tab, and only then. */
export class ReadMark {
  #timer?: ReturnType<typeof setTimeout>

  constructor(
    private api: Api,
    private view: ThreadView,
    private url: string,
    private marked: number,
    private newest: () => number,
    /** Whether the conversation is this agent's. */
    private isOwn: () => boolean
  ) {}

  dispose() {
    clearTimeout(this.#timer)
  }

  /** The team has read up to this `seq`, on any screen. */
  known(seq: number | undefined) {
    if (seq) this.marked = Math.max(this.marked, seq)
  }

  consider() {
    clearTimeout(this.#timer)
    const distance = this.isOwn()
      ? DISTANCE
      : DISTANCE + TEAMMATES_WAIT + Math.random() * TEAMMATES_SPREAD
    this.#timer = setTimeout(() => void this.#mark(), distance)
  }

  async #mark() {
    const seq = this.newest()
    if (!this.view.isEndVisible || seq <= this.marked) return
    const before = this.marked
    this.marked = seq
    const request = this.api.post(`${this.url}/read`, { seq }, { signal: patience.signal() })
    await request.catch(() => (this.marked = before))
  }
}
