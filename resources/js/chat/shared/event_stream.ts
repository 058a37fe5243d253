import { pause } from './net/request.js'
import { SseParser } from './sse_parser.js'
import type { LiveFrame } from './live_connection.js'

export const READY_WITHIN = 5000
/** A heartbeat may be late by a quarter and a second: of 8 s, silence is found out after 11. */
export const silenceOf = (heartbeatSeconds: number) => heartbeatSeconds * 1250 + 1000

export interface StreamRequest {
  url: string
  headers?: () => Record<string, string>
  credentials?: RequestCredentials
}

/** Why a stream has ended. `ready`: whether it ever opened; `seconds`: for how long. */
export interface StreamEnd {
  reason: 'refused' | 'busy' | 'stalled' | 'failed' | 'ended'
  status: number
  retryAfter: number
  livedFor: number
}

/**
 * One stream from opening to end. It never throws and never hangs: it ends when the first frame is late, or when no
 * byte arrives for longer than the heartbeat allows, which detects dead connections that look open.
 */
export class EventStream {
  #abort = new AbortController()
  #readyAt = 0
  #lastByteAt = 0
  #silence: number
  #timer?: ReturnType<typeof setTimeout>
  #reason?: StreamEnd['reason']

  constructor(
    private request: StreamRequest,
    private onFrame: (frame: LiveFrame) => void,
    readyWithin = READY_WITHIN
  ) {
    this.#silence = readyWithin
  }

  /** True when a live stream has been silent for too long; timers may have slept through that. */
  get isStale() {
    return this.#readyAt > 0 && Date.now() - this.#lastByteAt > this.#silence
  }

  /** Ends the stream; `read()` then answers. */
  close(reason: StreamEnd['reason'] = 'ended') {
    this.#reason ??= reason
    clearTimeout(this.#timer)
    this.#abort.abort()
  }

  async read(): Promise<StreamEnd> {
    let status = 0
    let retryAfter = 0
    this.#arm()

    try {
      const response = await fetch(this.request.url, {
        headers: { Accept: 'text/event-stream', ...this.request.headers?.() },
        credentials: this.request.credentials,
        cache: 'no-store',
        signal: this.#abort.signal,
      })
      status = response.status
      retryAfter = pause(response.headers.get('Retry-After'))

      const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream')
      if (response.ok && isStream && response.body) await this.#drain(response.body)
      else this.close(this.#judge(status))
    } catch {
      this.#reason ??= 'failed'
    }

    this.close('failed')
    return {
      reason: this.#reason!,
      status,
      retryAfter,
      livedFor: this.#readyAt ? Date.now() - this.#readyAt : 0,
    }
  }

  #judge(status: number): StreamEnd['reason'] {
    if (status === 401 || status === 403 || status === 404) return 'refused'
    return status === 429 ? 'busy' : 'failed'
  }

  async #drain(body: ReadableStream<Uint8Array>) {
    const reader = body.getReader()
    const parser = new SseParser()

    for (;;) {
      const { done, value } = await reader.read()
      if (done || this.#reason) return
      this.#lastByteAt = Date.now()
      for (const data of parser.push(value)) this.#take(data)
      if (this.#readyAt) this.#arm()
    }
  }

  #take(data: string) {
    let frame: LiveFrame
    try {
      frame = JSON.parse(data)
    } catch {
      // An unreadable frame was missed: the reader reconnects and catches up
      return this.close('failed')
    }
    if (frame?.event === 'chat.ready') {
      this.#readyAt = Date.now()
      this.#silence = silenceOf(Number(frame.heartbeat_seconds))
    }
    if (frame?.event === 'chat.stream.end') return this.close('ended')
    this.onFrame(frame)
  }

  #arm() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.close('stalled'), this.#silence)
  }
}
