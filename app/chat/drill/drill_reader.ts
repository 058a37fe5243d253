import { setTimeout as wait } from 'node:timers/promises'
import type { DrillClient } from '#chat/drill/drill_client'

const RETRY_MS = 300
const PAGE = 100
/** Milliseconds of silence after which a stream is dead: more than two heartbeats. */
const SILENCE_MS = 20_000

interface Line {
  seq: number
  content: string | null
}

/**
 * A second tab of a visitor, which reads as the widget does: it draws what frames bring, and asks for the messages
 * after its last one whenever a gap, a heartbeat or a new stream says that some are missing.
 */
export class DrillReader {
  /** What it shows, in this order. */
  readonly shown: string[] = []
  #cursor = 0
  #isStopped = false
  #isCatchingUp = false
  #again = false
  #close = () => {}
  /** How long it was without a stream, each time that one had ended; milliseconds. */
  readonly gaps: number[] = []
  #endedAt?: number

  constructor(
    protected client: DrillClient,
    protected conversation: string,
    protected onShown: (content: string) => void
  ) {}

  /** Keeps a stream open until it is stopped. */
  async start() {
    let failures = 0
    while (!this.#isStopped) {
      const startedAt = performance.now()
      await this.#read().catch(() => {})
      this.#endedAt ??= performance.now()
      failures = performance.now() - startedAt > 5000 ? 1 : failures + 1
      if (!this.#isStopped) await wait(reconnectDelay(failures))
    }
  }

  stop() {
    this.#isStopped = true
    this.#close()
  }

  /** Asks for what is newer than what it shows; one request after the other. */
  async catchUp(): Promise<void> {
    this.#again = true
    if (this.#isCatchingUp) return
    this.#isCatchingUp = true
    while (this.#again && !this.#isStopped) {
      this.#again = false
      if (!(await this.#page().catch(() => false))) {
        this.#again = true
        await wait(RETRY_MS)
      }
    }
    this.#isCatchingUp = false
  }

  async #page() {
    const path = `/conversations/${this.conversation}/messages?after=${this.#cursor}&limit=${PAGE}`
    const { status, json } = await this.client.get(path)
    if (status !== 200) return false
    for (const line of json.messages as Line[]) this.#show(line)
    if (json.has_more) this.#again = true
    return true
  }

  async #read() {
    const response = await this.client.stream()
    if (this.#endedAt !== undefined) this.gaps.push(performance.now() - this.#endedAt)
    this.#endedAt = undefined
    this.#close = () => response.destroy()
    response.setEncoding('utf8')
    response.setTimeout(SILENCE_MS, () => response.destroy())
    response.on('error', () => {})
    let unread = ''
    for await (const chunk of response) {
      const parts = (unread + chunk).split('\n\n')
      unread = parts.pop()!
      for (const part of parts) if (part.startsWith('data: ')) this.#take(JSON.parse(part.slice(6)))
    }
  }

  #take(frame: any) {
    const { event, changed } = frame
    if (event === 'chat.ready') return void this.catchUp()
    if (event === 'chat.heartbeat') {
      const seq = changed && new Map(changed).get(this.conversation)
      if (changed === null || Number(seq ?? 0) > this.#cursor) void this.catchUp()
    }
    if (event !== 'chat.message.sent' || frame.conversation_id !== this.conversation) return
    if (frame.message.seq === this.#cursor + 1) this.#show(frame.message)
    else if (frame.message.seq > this.#cursor) void this.catchUp()
  }

  #show({ seq, content }: Line) {
    if (seq <= this.#cursor) return
    this.#cursor = seq
    if (content === null) return
    this.shown.push(content)
    this.onShown(content)
  }
}

/** As the widget waits in the first minute of an outage. */
const reconnectDelay = (failures: number) =>
  Math.min(1200, 250 * 2 ** Math.min(failures - 1, 5)) * (0.6 + 0.4 * Math.random())
