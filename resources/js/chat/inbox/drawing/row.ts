import { agentFace, badge, firstName } from '../../../../../app/chat/presenters/names.js'
import { labelOf } from '../../../../../app/chat/support/status_labels.js'
import { sortKeys } from '../../../../../app/chat/support/sort_keys.js'
import { messagesInWords } from '../../../../../app/chat/support/message_count.js'
import { rowState } from '../../../../../app/chat/support/row_state.js'
import { drawnText } from '../../../../../app/chat/texts/drawn.js'
import { isPlain, messageOf, type ConversationFrame, type FrameConversation } from '../frames.js'
import { templateOf } from './templates.js'
import type { ViewerClock } from './viewer_clock.js'
import { drawWait } from './wait.js'

const LOW_RATING = 2

/** The viewer, and the sort order, that a row is drawn for. */
export interface RowViewer {
  root: ParentNode
  agentId: number
  /** Null for the newest first. */
  sort: string | null
  clock: ViewerClock
}

/** A frame's list position of a conversation, as its row carries it. */
export const stateOf = (conversation: FrameConversation) =>
  rowState({
    ...conversation,
    agentId: conversation.agent_id,
    pendingAction: conversation.pending_action,
  })

/**
 * The row of an open conversation as the server would render it after this frame, or null where the frame does not
 * contain enough. The visitor, the labels and the address are copied from the existing row: no message changes them.
 */
export function drawRow(frame: ConversationFrame, old: HTMLElement, viewer: RowViewer) {
  const { conversation } = frame
  const sender = senderOf(frame, old, viewer)
  const time = timeOf(conversation, old, viewer)
  if (sender === null || time === null) return null
  const row = templateOf(viewer.root, 'row')
  const at = <T extends HTMLElement = HTMLElement>(selector: string) =>
    row.querySelector<T>(selector)!
  const keep = (selector: string) => at(selector).replaceWith(copyOf(old, selector))

  row.dataset.row = conversation.uuid
  row.dataset.visitor = old.dataset.visitor
  row.dataset.sort = sortOf(frame, viewer)
  row.dataset.lastSeq = String(conversation.last_seq)
  row.dataset.state = stateOf(conversation)
  if (at('.chat-row__pick')) keep('.chat-row__pick')

  const link = at<HTMLAnchorElement>('.chat-row__link')
  const oldLink = old.querySelector<HTMLAnchorElement>('.chat-row__link')!
  const unread = conversation.agent_unread_count
  link.classList.toggle('chat-row__link--unread', unread > 0)
  link.setAttribute('href', oldLink.getAttribute('href')!)
  if (oldLink.hasAttribute('aria-current')) link.setAttribute('aria-current', 'page')
  keep('.chat-avatar')
  keep('.chat-row__name')
  at('.chat-row__line > .chat-hidden').textContent =
    `${conversation.number}, ${labelOf(conversation.status)}`
  if (!old.querySelector('.chat-row__app')) at('.chat-row__app').remove()
  drawPriority(at('.chat-priority'), conversation.priority)
  at('.chat-row__time').replaceWith(time)
  drawPreview(at('.chat-row__preview'), sender, conversation.last_message)
  drawCount(at('.chat-row__count'), conversation.message_count)
  drawRating(at('.chat-rated'), conversation.rating)
  at('.chat-row__line > .chat-status').remove()
  drawAssignee(at('.chat-initials'), conversation, viewer.agentId)
  drawUnread(at('.chat-unread'), unread)
  const labels = old.querySelector('.chat-row__labels')
  if (labels) link.append(labels.cloneNode(true))
  return row
}

const sortOf = ({ conversation, conversation_id: id }: ConversationFrame, { sort }: RowViewer) =>
  sortKeys(
    {
      at: Date.parse(conversation.last_message_at),
      waitingSince: conversation.waiting_since ? Date.parse(conversation.waiting_since) : null,
      priority: conversation.priority,
      id,
    },
    sort
  ).join('.')

const copyOf = (row: HTMLElement, selector: string) => row.querySelector(selector)!.cloneNode(true)

function drawPriority(element: HTMLElement, priority: FrameConversation['priority']) {
  if (priority === 'normal') return element.remove()
  element.className = `chat-priority chat-badge chat-badge--${priority}`
  element.textContent = drawnText(`drawn.priority.${priority}`)
}

/** The waiting time, or the time of the last message; an older day's text stays. */
function timeOf(
  { waiting_since: since, last_message_at: at }: FrameConversation,
  old: HTMLElement,
  { root, clock }: RowViewer
) {
  if (since) return drawWait(root, since)
  const known = old.querySelector<HTMLTimeElement>('.chat-row__time')
  if (known?.dateTime === at) return known.cloneNode(true)
  if (!clock.isToday(at)) return null
  const time = templateOf(root, 'row').querySelector<HTMLTimeElement>('.chat-row__time')!
  time.dateTime = at
  time.textContent = clock.time(at)
  return time
}

function drawPreview(element: HTMLElement, sender: string, lastMessage: string | null) {
  const name = element.querySelector('.chat-row__sender')!
  name.textContent = sender
  element.replaceChildren(name, lastMessage ?? drawnText('drawn.no_messages'))
}

/** The last author; the name of a teammate other than the assignee is in their message only. */
function senderOf(frame: ConversationFrame, old: HTMLElement, viewer: RowViewer) {
  const { last_message_sender_type: type, last_message_sender_id: id } = frame.conversation
  if (type !== 'agent') return type === 'bot' ? drawnText('drawn.sender.bot') : ''
  if (id === viewer.agentId) return drawnText('drawn.sender.you')
  if (old.dataset.sort === sortOf(frame, viewer)) {
    return old.querySelector('.chat-row__sender')?.textContent ?? null
  }
  const { agent_id: assignee, agent_name: assigneeName } = frame.conversation
  const message = messageOf(frame)
  const name = id === assignee ? assigneeName : message && isPlain(message) && message.sender_name
  return name ? drawnText('drawn.sender.name', { name: firstName(name) }) : null
}

function drawCount(element: HTMLElement, count: number) {
  const [number, words] = element.children
  element.title = words.textContent = messagesInWords(count)
  number.textContent = String(count)
}

function drawRating(element: HTMLElement, rating: number | null) {
  if (rating === null || rating > LOW_RATING) return element.remove()
  const [stars, words] = element.children
  element.title = words.textContent = drawnText('drawn.rated', { rating })
  stars.textContent = `★ ${rating}`
}

function drawAssignee(
  element: HTMLElement,
  { agent_id: id, agent_name: name }: FrameConversation,
  viewerId: number
) {
  if (!name) return element.remove()
  const isMine = id === viewerId
  const face = agentFace(id, name)
  element.className = `chat-initials chat-initials--hue chat-hue-${face.hue}`
  element.classList.toggle('chat-initials--mine', isMine)
  element.title = name
  const [letters, words] = element.children
  letters.textContent = face.initials
  words.textContent = isMine
    ? drawnText('drawn.assigned_to_you')
    : drawnText('drawn.assigned_to', { name })
}

function drawUnread(element: HTMLElement, unread: number) {
  if (unread === 0) return element.remove()
  element.firstChild!.nodeValue = badge(unread)
}
