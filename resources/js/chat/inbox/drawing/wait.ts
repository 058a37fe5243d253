import { waitInWords, waitLevel } from '../../../../../app/chat/support/waiting_words.js'
import { part } from '../dom.js'
import { templateOf } from './templates.js'

/** The clock of a visitor who waits for an answer. */
export function drawWait(root: ParentNode, since: string): HTMLTimeElement {
  const clock = templateOf(root, 'wait') as HTMLTimeElement
  clock.dateTime = since
  tick(clock)
  return clock
}

/** Updates the shown duration. */
export function tick(clock: HTMLTimeElement) {
  const seconds = (Date.now() - Date.parse(clock.dateTime)) / 1000
  clock.dataset.level = waitLevel(seconds)
  const text = part(clock, 'text')
  const shown = waitInWords(seconds)
  if (text.textContent !== shown) text.textContent = shown
}
