import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds between two groups of streams that end, at least. */
const STEP_MS = 50

/** So many readers a second are no burden to the other processes. */
const PER_SECOND = 20
/** How many times as long the end of a process may take for the sake of its readers. */
const MOST = 4

/** Milliseconds over which so many streams end: `seconds`, and up to four times as long when they are many. */
export const drainMs = (streams: number, seconds: number) =>
  1000 * Math.min(Math.max(seconds, streams / PER_SECOND), seconds * MOST)

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
  const pauseMs = (overMs * atOnce) / streams.length
  for (let from = 0; from < streams.length; from += atOnce) {
    if (from) await wait(pauseMs)
    for (const stream of streams.slice(from, from + atOnce)) end(stream)
  }
}
