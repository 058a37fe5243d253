/** The most frames that wait, and how long they do; milliseconds. */
const AT_MOST = 1000
const WORTH_MS = 3000

interface WaitingFrame {
  channel: string
  text: string
  at: number
}

/**
 * Frames that wait for Redis. Short interruptions lose nothing; longer ones leave it to the streams' catching up, for
 * an old frame shows what is no longer so.
 */
export class WaitingFrames {
  #frames: WaitingFrame[] = []

  constructor(protected now = () => performance.now()) {}

  get size() {
    return this.#frames.length
  }

  /** Keeps a frame; the oldest makes room. */
  add(channel: string, text: string) {
    this.#frames.push({ channel, text, at: this.now() })
    if (this.#frames.length > AT_MOST) this.#frames.shift()
  }

  /** Hands out, oldest first, and forgets what is still worth sending. */
  takeAll(): WaitingFrame[] {
    const since = this.now() - WORTH_MS
    const frames = this.#frames.filter(({ at }) => at >= since)
    this.#frames = []
    return frames
  }
}
