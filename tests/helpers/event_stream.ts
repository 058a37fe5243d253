import { get as httpGet, Agent, type IncomingMessage } from 'node:http'
import { once } from 'node:events'

export interface Frame {
  event: string
  [key: string]: any
}

const PATIENCE_MS = 5000

/** A browser's end of an event stream: everything that came, raw and parsed, and what is still awaited. */
export class EventStream {
  readonly frames: Frame[] = []
  raw = ''
  #unparsed = ''
  #listeners = new Set<() => void>()
  #isOver = false

  private constructor(readonly response: IncomingMessage) {
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => this.#take(chunk))
    response.on('error', () => {})
    response.on('close', () => {
      this.#isOver = true
      this.#wake()
    })
  }

  /** Opens the stream and answers as soon as the server has, whatever it says. */
  static async open(url: string, headers: Record<string, string> = {}) {
    const agent = new Agent({ keepAlive: false })
    const request = httpGet(url, { headers: { Accept: 'text/event-stream', ...headers }, agent })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    return new EventStream(response)
  }

  get status() {
    return this.response.statusCode
  }

  get isOver() {
    return this.#isOver
  }

  /** The first frame, past or to come, that has this name or passes this test. */
  async frame(wanted: string | ((frame: Frame) => boolean), patience = PATIENCE_MS) {
    const fits = typeof wanted === 'string' ? (frame: Frame) => frame.event === wanted : wanted
    await this.#until(() => this.frames.some(fits) || this.#isOver, patience, String(wanted))
    const found = this.frames.find(fits)
    if (!found) throw new Error(`The stream ended without the frame "${wanted}": ${this.raw}`)
    return found
  }

  /** Settles when the server has closed the stream. */
  ended(patience = PATIENCE_MS) {
    return this.#until(() => this.#isOver, patience, 'the end of the stream')
  }

  /** Stops reading, as a browser does whose network is stuck. */
  stall() {
    this.response.pause()
    this.response.socket.pause()
  }

  close() {
    this.response.destroy()
  }

  #take(chunk: string) {
    this.raw += chunk
    const parts = (this.#unparsed + chunk).split('\n\n')
    this.#unparsed = parts.pop()!
    for (const part of parts) {
      if (part.startsWith('data: ')) this.frames.push(JSON.parse(part.slice(6)))
    }
    this.#wake()
  }

  #wake() {
    for (const listener of this.#listeners) listener()
  }

  #until(isReached: () => boolean, patience: number, what: string) {
    if (isReached()) return Promise.resolve()
    return new Promise<void>((resolve, reject) => {
      const check = () => isReached() && settle(resolve)
      const giveUp = () =>
        settle(() => reject(new Error(`Waited in vain for ${what}; ${this.raw}`)))
      const timer = setTimeout(giveUp, patience)
      const settle = (then: () => void) => {
        clearTimeout(timer)
        this.#listeners.delete(check)
        then()
      }
      this.#listeners.add(check)
    })
  }
}
