import { agentFace, hueOf, initials, visitorKey } from '../../../../../app/chat/presenters/names.js'
import { drawnText } from '../../../../../app/chat/texts/drawn.js'
import { part } from '../dom.js'
import type { FrameMessage } from '../frames.js'
import { templateOf } from './templates.js'
import { richText } from './text.js'
import type { ViewerClock } from './viewer_clock.js'

export interface MessageViewer {
  root: ParentNode
  agentId: number
  clock: ViewerClock
}

/** A message of today as the server would render it: a day of the thread with this message alone. */
export function drawMessage(message: FrameMessage, { root, agentId, clock }: MessageViewer) {
  const day = templateOf(root, 'day')
  day.dataset.day = clock.dayKey(message.created_at)
  const { sender_type: kind, sender_id: senderId, sender_name: name, created_at: at } = message
  const { is_verified: isVerified } = message
  const isOwn = kind === 'agent' && senderId === agentId

  const bubble = day.querySelector<HTMLElement>('[data-seq]')!
  bubble.className = `chat-message chat-message--${kind}`
  bubble.classList.toggle('chat-message--own', isOwn)
  bubble.id = `message-${message.seq}`
  bubble.dataset.seq = String(message.seq)
  bubble.dataset.kind = kind
  bubble.dataset.sender = `${kind}-${kind}-${senderId ?? 0}${isVerified ? '-verified' : ''}`
  bubble.dataset.at = at
  if (isOwn && message.client_message_id) bubble.dataset.clientId = message.client_message_id

  const avatar = bubble.querySelector('.chat-avatar')!
  const face =
    kind === 'agent'
      ? agentFace(senderId, name)
      : {
          initials: initials(name),
          hue: hueOf(kind === 'visitor' ? visitorKey(senderId) : `${kind}-${senderId ?? 0}`),
        }
  avatar.className = `chat-avatar chat-hue-${face.hue}`
  avatar.textContent = face.initials
  part(bubble, 'name').textContent = isOwn ? drawnText('drawn.you') : name
  const time = bubble.querySelector('time')!
  time.dateTime = at
  time.title = clock.full(at)
  time.textContent = clock.time(at)
  part(bubble, 'text').replaceChildren(...richText(message.content))
  if (!isVerified) bubble.querySelector('.chat-message__verified')!.remove()
  if (kind !== 'agent') bubble.querySelector('.chat-message__seen')!.remove()
  return day
}
