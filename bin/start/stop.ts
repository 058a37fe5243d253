import { exitOf, running } from './processes.js'

/** Docker and process managers give ten seconds; five are what people wait for without a second Ctrl C. */
const PATIENCE = 3500
const WATCH_EVERY = 250

let stopping: Promise<void> | null = null

/** Ends all that was started, and this process with it, when the user or the system says so. */
export function stopOnSignals(beforehand: () => Promise<void>) {
  const stop = async () => {
    const children = [...running]
    const ended = Promise.all([beforehand(), ...children.map(exitOf)])
    for (const child of children) child.kill('SIGTERM')
    setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), PATIENCE).unref()
    await ended
    process.exit(0)
  }
  const stopOnce = () => void (stopping ??= stop())
  process.on('SIGINT', stopOnce)
  process.on('SIGTERM', stopOnce)
  stopWhenOrphaned(stopOnce)
}

/** npm ends on a signal, its shell with it, and passes the signal to neither server. */
function stopWhenOrphaned(stop: () => void) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  setInterval(() => process.ppid !== parent && stop(), WATCH_EVERY).unref()
}

/** Waits for the end if it is under way: what fails then fails because of it. */
export const stopped = async () => stopping
