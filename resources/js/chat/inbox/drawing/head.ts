import { labelOf } from '../../../../../app/chat/support/status_labels.js'
import type { FrameConversation } from '../frames.js'
import { drawWait } from './wait.js'

/** The status and the clock of the wait in the head of an open conversation, after a message. */
export function drawHead(root: ParentNode, head: HTMLElement, conversation: FrameConversation) {
  const { status, waiting_since: since } = conversation
  if (head.dataset.status !== status) {
    head.dataset.status = status
    const chip = head.querySelector<HTMLElement>('.chat-status')!
    chip.className = `chat-status chat-badge chat-badge--${status}`
    chip.textContent = labelOf(status)
  }
  const clock = head.querySelector<HTMLTimeElement>('.chat-wait')
  if (clock?.dateTime === (since ?? undefined)) return
  clock?.remove()
  if (!since) return
  const line = head.querySelector('.chat-head__line')!
  line.insertBefore(drawWait(root, since), line.querySelector('.chat-head__subject'))
}
