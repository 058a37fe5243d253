import type { ServerResponse } from 'node:http'

/** One JSON object on a stream; `event` names its kind. */
export interface StreamFrame {
  event: string
  [key: string]: unknown
}

/** The last frame of a stream that the server ends. */
export const END_OF_STREAM: StreamFrame = { event: 'chat.stream.end' }

/** Serialised once per frame, however many streams it goes to. */
const rendered = new WeakMap<StreamFrame, string>()

function render(frame: StreamFrame) {
  const known = rendered.get(frame)
  if (known) return known
  const text = `data: ${JSON.stringify(frame)}\n\n`
  rendered.set(frame, text)
  return text
}

/** One open stream to one browser. */
export class LiveStream {
  constructor(
    protected response: ServerResponse,
    protected maxBufferedBytes: number
  ) {}

  get isOpen() {
    return !this.response.writableEnded && !this.response.destroyed
  }

  /**
   * Sends a frame. A stalled reader is disconnected: the database has what it missed, and buffering would exhaust the
   * memory.
   */
  send(frame: StreamFrame) {
    if (!this.isOpen) return
    if (this.response.writableLength > this.maxBufferedBytes) return this.cutOff()
    this.response.write(render(frame))
    if (frame.event === END_OF_STREAM.event) this.response.end()
  }

  end() {
    this.send(END_OF_STREAM)
  }

  /** Closes the connection without waiting for the reader. */
  cutOff() {
    this.response.destroy()
  }
}
