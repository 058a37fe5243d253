/**
 * Turns the bytes of a `text/event-stream` into the payloads of its events.
 *
 * It may be fed in pieces cut anywhere, also inside a multi-byte character or between CR and LF.
 * Comments and fields other than `data` are skipped; an event without data yields nothing.
 */
export class SseParser {
  #decoder = new TextDecoder()
  #line = ''
  #data: string[] = []
  #afterCarriageReturn = false

  /** Takes the next bytes and returns the payloads that they completed, in order. */
  push(bytes: Uint8Array): string[] {
    const events: string[] = []

    for (const part of this.#decoder.decode(bytes, { stream: true }).split(/(\r\n|\r|\n)/)) {
      if (part === '\r' || part === '\n' || part === '\r\n') {
        // The LF of a CRLF that was cut in two must not count as an empty line
        if (part !== '\n' || !this.#afterCarriageReturn || this.#line) this.#endLine(events)
        this.#afterCarriageReturn = part === '\r'
      } else if (part) {
        this.#line += part
        this.#afterCarriageReturn = false
      }
    }

    return events
  }

  #endLine(events: string[]) {
    const line = this.#line
    this.#line = ''

    if (!line) {
      if (this.#data.length) events.push(this.#data.join('\n'))
      this.#data = []
    } else if (line.startsWith('data')) {
      if (line.length === 4) this.#data.push('')
      else if (line[4] === ':') this.#data.push(line.slice(line[5] === ' ' ? 6 : 5))
    }
  }
}
