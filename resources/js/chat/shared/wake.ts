const TICK = 1000
const SLEPT = 10_000
/** Timers of hidden tabs fire once a minute: such a gap is no sleep. */
const SLEPT_HIDDEN = 90_000

/**
 * Calls back after a time in which no timer ran: the machine has slept, or the browser had frozen the tab. Neither
 * causes an event in every browser, and timers continue where they had stopped.
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
