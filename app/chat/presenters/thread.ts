import { DateTime } from 'luxon'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type { SearchTerms } from '#chat/services/search/search_terms'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { hueOf, initials, visitorKey } from '#chat/presenters/names'
import { richText } from '#chat/presenters/rich_text'

/** Messages of one sender further apart than this start a new group. */
const GROUP_WITHIN_SECONDS = 300

export interface ThreadFrame {
  conversation: Conversation
  agentId: number
  clock: ViewerClock
  /** The message that the thread is opened at. */
  at?: number
  /** What is marked in it. */
  terms?: SearchTerms | null
}

export type ThreadMessage = ReturnType<typeof presentMessage>

/**
 * Messages as days with groups. What the browser needs to fit a fragment into a thread that is
 * already there (order, day, sender, time) stands on each message.
 */
export function presentDays(messages: Message[], frame: ThreadFrame) {
  const days: { key: string; label: string; messages: ThreadMessage[] }[] = []
  let previous: Message | null = null
  for (const message of messages) {
    const key = frame.clock.dayKey(message.createdAt)
    if (days.at(-1)?.key !== key) {
      days.push({ key, label: frame.clock.day(message.createdAt), messages: [] })
      previous = null
    }
    days.at(-1)!.messages.push(presentMessage(message, frame, continues(message, previous)))
    previous = message
  }
  markSeen(
    days.flatMap((day) => day.messages),
    frame.conversation
  )
  return days
}

function presentMessage(message: Message, frame: ThreadFrame, isContinued: boolean) {
  const { agentId, clock } = frame
  const isHit = message.seq === frame.at
  const isOwn = message.senderType === 'agent' && message.senderId === agentId
  return {
    seq: message.seq,
    kind: kindOf(message),
    isOwn,
    sender: senderKey(message),
    clientId: isOwn ? message.clientMessageId : null,
    isContinued,
    isSeen: false,
    isHit,
    name: isOwn ? 'You' : message.senderName,
    initials: initials(message.senderName),
    hue: hueOf(hueKey(message)),
    html: richText(contentOf(message, clock), isHit ? frame.terms?.rangesIn(message.content) : []),
    at: clock.iso(message.createdAt),
    time: clock.time(message.createdAt),
    full: clock.full(message.createdAt),
  }
}

/** A system line about a moment says it as the viewer's clock does. */
function contentOf({ type, content, metadata }: Message, clock: ViewerClock) {
  const until = type === 'event' && metadata?.until
  if (typeof until !== 'string') return content
  return `${content} until ${clock.full(DateTime.fromISO(until))}`
}

/** How a message is drawn. A note is one whatever else it is: nobody may take it for a reply. */
function kindOf({ type, visibility, senderType }: Message) {
  if (type === 'event') return 'event'
  return visibility === 'internal' ? 'note' : senderType
}

const senderKey = (message: Message) =>
  `${kindOf(message)}-${message.senderType}-${message.senderId ?? 0}`

/** People keep their colour, whether they write a reply or a note. */
const hueKey = ({ senderType, senderId }: Message) =>
  senderType === 'visitor' ? visitorKey(senderId) : `${senderType}-${senderId ?? 0}`

function continues(message: Message, previous: Message | null) {
  if (!previous || senderKey(previous) !== senderKey(message)) return false
  return secondsBetween(previous.createdAt, message.createdAt) < GROUP_WITHIN_SECONDS
}

const secondsBetween = (from: DateTime, to: DateTime) => to.diff(from, 'seconds').seconds

/** "Seen" stands under our newest reply, once the visitor has read that far. */
function markSeen(messages: ThreadMessage[], { visitorReadSeq }: Conversation) {
  const last = messages.findLast(({ kind }) => kind === 'agent')
  if (last) last.isSeen = visitorReadSeq >= last.seq
}
