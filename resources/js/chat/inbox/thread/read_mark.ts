import type { Api } from '../../agent/api.js'
import type { ThreadView } from './thread_view.js'

const DISTANCE = 250

/** Marks the conversation as read when its end is on the screen of a visible tab, and only then. */
export class ReadMark {
  #timer?: ReturnType<typeof setTimeout>

  constructor(
    private api: Api,
    private view: ThreadView,
    private url: string,
    private marked: number,
    private newest: () => number
  ) {}

  dispose() {
    clearTimeout(this.#timer)
  }

  consider() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#mark(), DISTANCE)
  }

  async #mark() {
    const seq = this.newest()
    if (!this.view.isEndVisible || seq <= this.marked) return
    const before = this.marked
    this.marked = seq
    await this.api.post(`${this.url}/read`, { seq }).catch(() => (this.marked = before))
  }
}
