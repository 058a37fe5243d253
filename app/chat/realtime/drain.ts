import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds between two groups of streams that end, at least. */
const STEP_MS = 50

/**
 * Ends streams one after the other, evenly over some time, so that their readers do not all come to the other
 * processes in the same moment. The first ones end immediately.
 */
export async function drain<Stream>(
  streams: Stream[],
  overMs: number,
  end: (stream: Stream) => void
): Promise<void> {
  const steps = Math.max(1, Math.min(streams.length, Math.floor(overMs / STEP_MS)))
  const atOnce = Math.ceil(streams.length / steps)
  for (let from = 0; from < streams.length; from += atOnce) {
    if (from) await wait(overMs / steps)
    for (const stream of streams.slice(from, from + atOnce)) end(stream)
  }
}
