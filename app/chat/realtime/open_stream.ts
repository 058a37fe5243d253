import { frameInSight } from '#chat/realtime/frame_sight'
import type { LiveStream, StreamFrame } from '#chat/realtime/live_stream'
import type { StreamRequest } from '#chat/realtime/stream_request'

/** A stream that this process holds open. */
export interface OpenStream extends StreamRequest {
  /** The key of the reader's network address. */
  ip: string
  live: LiveStream
  /** Heartbeats so far. */
  beats: number
}

/** Sends a published frame to a stream, as far as its reader may see it. */
export function deliver(stream: OpenStream, channel: string, payload: StreamFrame) {
  const frame = channel === stream.sighted ? frameInSight(payload, sightOf(stream)) : payload
  if (frame && (stream.admits?.(frame) ?? true)) stream.live.send(frame)
}

/** What the reader of an agents' stream may see; null means everything. */
const sightOf = ({ follows }: OpenStream) => ('tenantId' in follows ? follows.sight : null)
