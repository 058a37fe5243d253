import { tick } from './drawing/wait.js'

const EVERY = 15_000

/** Updates the waiting times, and reports the beginning of a new day. */
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
