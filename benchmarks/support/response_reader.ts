export interface RawResponse {
  status: number
  body: string
}

const LINE_END = '\r\n'
const HEAD_END = '\r\n\r\n'

/** Puts one HTTP answer together, of a known length or in chunks, as it comes off the socket. */
export class ResponseReader {
  #pending: Buffer = Buffer.alloc(0)
  #body: Buffer[] = []
  #head?: string

  /** Takes what has arrived; the answer once all of it is there, else null. */
  take(arrived: Buffer): RawResponse | null {
    this.#pending = this.#pending.length ? Buffer.concat([this.#pending, arrived]) : arrived
    this.#head ??= this.#takeUntil(HEAD_END)?.toString('latin1')
    if (this.#head === undefined) return null
    const isChunked = /^transfer-encoding: chunked/im.test(this.#head)
    const isWhole = isChunked ? this.#takeChunks() : this.#takeLength()
    if (!isWhole) return null
    return { status: Number(this.#head.slice(9, 12)), body: Buffer.concat(this.#body).toString() }
  }

  #takeLength() {
    const length = Number(/^content-length: (\d+)/im.exec(this.#head!)?.[1] ?? 0)
    if (this.#pending.length < length) return false
    this.#body.push(this.#pending.subarray(0, length))
    return true
  }

  /** A size and its bytes, again and again; one of no bytes is the last. */
  #takeChunks() {
    for (;;) {
      const end = this.#pending.indexOf(LINE_END)
      if (end < 0) return false
      const from = end + LINE_END.length
      const size = Number.parseInt(this.#pending.toString('latin1', 0, end), 16)
      if (this.#pending.length < from + size + LINE_END.length) return false
      if (size === 0) return true
      this.#body.push(this.#pending.subarray(from, from + size))
      this.#pending = this.#pending.subarray(from + size + LINE_END.length)
    }
  }

  #takeUntil(mark: string) {
    const end = this.#pending.indexOf(mark)
    if (end < 0) return undefined
    const taken = this.#pending.subarray(0, end)
    this.#pending = this.#pending.subarray(end + mark.length)
    return taken
  }
}
