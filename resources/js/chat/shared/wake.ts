const TICK = 1000
const SLEPT = 10_000
/** Timers of hidden tabs fire once a minute: such a gap is no sleep. */
const SLEPT_HIDDEN = 90_000

/**
 * Calls back when time has gone by that no timer has seen: the machine has slept, or the browser had
 * frozen the tab. Neither has to come with an event, and timers go on where they had stopped.
 */
export function onWake(callback: () => void, signal: AbortSignal) {
  let last = Date.now()
  const timer = setInterval(() => {
    const gap = Date.now() - last
    last += gap
    if (gap > (document.hidden ? SLEPT_HIDDEN : SLEPT)) callback()
  }, TICK)
  signal.addEventListener('abort', () => clearInterval(timer))
}
