/** Two ends of a line, each CRLF, CR or LF; a CR that is the last of its piece may still be half a CRLF. */
const EMPTY_LINE = /(?:\r\n|\r(?!\n)|\n){2}/
const LINE_END = /\r\n?|\n/

/**
 * Turns the bytes of a `text/event-stream` into the payloads of its events.
 *
 * It may be fed in pieces cut anywhere, also inside a multi-byte character or between CR and LF.
 * Comments and fields other than `data` are skipped; an event without data yields nothing.
 */
export class SseParser {
  #decoder = new TextDecoder()
  #rest = ''

  /** Takes the next bytes and returns the payloads that they completed, in order. */
  push(bytes: Uint8Array): string[] {
    const events = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split(EMPTY_LINE)
    this.#rest = events.pop()!
    return events.flatMap((event) => {
      const data = event.split(LINE_END).filter((line) => /^data(:|$)/.test(line))
      return data.length ? [data.map((line) => line.replace(/^data:? ?/, '')).join('\n')] : []
    })
  }
}
