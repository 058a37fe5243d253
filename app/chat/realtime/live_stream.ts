import type { ServerResponse } from 'node:http'

/** What travels on a stream: one JSON object per frame, told apart by `event`. */
export interface StreamFrame {
  event: string
  [key: string]: unknown
}

/** The frame by which the server says that it will not go on with this stream. */
export const END_OF_STREAM: StreamFrame = { event: 'chat.stream.end' }

/** Rendered once per frame, however many streams it goes to. */
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
   * Sends a frame. A reader who has stalled is cut off rather than waited for: what it missed is in
   * the database, and piling it up here would eat the memory.
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
