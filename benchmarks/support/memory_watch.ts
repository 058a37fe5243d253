const EVERY_MS = 20

/** The most memory, in bytes, that this process has held since it was last asked to watch. */
export class MemoryWatch {
  #peak = 0
  #timer?: NodeJS.Timeout

  start() {
    this.#peak = process.memoryUsage.rss()
    this.#timer = setInterval(() => this.#look(), EVERY_MS)
    return this.#peak
  }

  stop() {
    clearInterval(this.#timer)
    this.#look()
    return this.#peak
  }

  #look() {
    this.#peak = Math.max(this.#peak, process.memoryUsage.rss())
  }
}
