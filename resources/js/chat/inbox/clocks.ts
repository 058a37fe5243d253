const EVERY = 15_000
const LONG_AFTER = 120
const TOO_LONG_AFTER = 300

/** Lets the clocks of waiting visitors run, and says when a new day has begun. */
export function enableClocks(root: HTMLElement, onNewDay: () => void) {
  let day = new Date().toDateString()
  setInterval(() => {
    for (const clock of root.querySelectorAll<HTMLTimeElement>('[data-wait]')) tick(clock)
    const today = new Date().toDateString()
    if (today === day) return
    day = today
    onNewDay()
  }, EVERY)
}

function tick(clock: HTMLTimeElement) {
  const seconds = (Date.now() - Date.parse(clock.dateTime)) / 1000
  clock.dataset.level =
    seconds >= TOO_LONG_AFTER ? 'late' : seconds >= LONG_AFTER ? 'long' : 'fresh'
  const text = clock.querySelector('[data-part="text"]')!
  const shown = describe(Math.floor(seconds / 60))
  if (text.textContent !== shown) text.textContent = shown
}

/** The same words as the server's. */
function describe(minutes: number) {
  if (minutes < 1) return '<1 min'
  if (minutes < 60) return `${minutes} min`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`
  return `${Math.floor(minutes / 1440)} d`
}
