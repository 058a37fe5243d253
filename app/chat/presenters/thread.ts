import { DateTime } from 'luxon'
import type { ConversationFacts, MessageFacts } from '#chat/models/facts'
import { mailOf } from '#chat/models/message_mail'
import type { SearchTerms } from '#chat/services/inbox/search/search_terms'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { presentFiles } from '#chat/presenters/files'
import { agentFace, hueOf, initials, visitorKey } from '#chat/presenters/names'
import { presentMarks } from '#chat/presenters/message_marks'
import { richText } from '#chat/presenters/rich_text'
import { text } from '#chat/texts/text'

/** Messages of one sender further apart than this start a new group. */
const GROUP_WITHIN_SECONDS = 300

export interface ThreadFrame {
  conversation: ConversationFacts
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
export function presentDays(messages: MessageFacts[], frame: ThreadFrame) {
  const days: { key: string; label: string; messages: ThreadMessage[] }[] = []
  let previous: MessageFacts | null = null
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

function presentMessage(message: MessageFacts, frame: ThreadFrame, isContinued: boolean) {
  const { agentId, clock } = frame
  const isMatch = message.seq === frame.at
  const isOwn = message.senderType === 'agent' && message.senderId === agentId
  return {
    seq: message.seq,
    kind: kindOf(message),
    isOwn,
    sender: senderKey(message),
    clientId: isOwn ? message.clientMessageId : null,
    isContinued,
    isSeen: false,
    isMatch,
    isVerified: message.isVerified,
    marks: presentMarks(message, frame.conversation.externalId),
    name: isOwn ? text('inbox.conversation.you') : message.senderName,
    ...faceOf(message),
    html: richText(
      contentOf(message, clock),
      isMatch ? frame.terms?.rangesIn(message.content) : []
    ),
    files: presentFiles(message),
    at: clock.iso(message.createdAt),
    time: clock.time(message.createdAt),
    full: clock.full(message.createdAt),
  }
}

/** A system line about a moment says it as the viewer's clock does. */
function contentOf({ type, content, metadata }: MessageFacts, clock: ViewerClock) {
  const until = type === 'event' && metadata?.until
  if (typeof until !== 'string') return content
  return text('inbox.conversation.until', {
    line: content,
    time: clock.full(DateTime.fromISO(until)),
  })
}

/** How a message is drawn. A note is drawn as a note, whatever its sender: it must not look like a reply. */
function kindOf({ type, visibility, senderType }: MessageFacts) {
  if (type === 'event') return 'event'
  return visibility === 'internal' ? 'note' : senderType
}

const senderKey = (message: MessageFacts) =>
  `${kindOf(message)}-${message.senderType}-${message.senderId ?? 0}${message.isVerified ? '-verified' : ''}${mailOf(message)?.isOther ? `-${message.senderName}` : ''}`

/** People keep their colour, whether they write a reply or a note. */
function faceOf({ senderType, senderId, senderName: name }: MessageFacts) {
  if (senderType === 'agent') return agentFace(senderId, name)
  const key = senderType === 'visitor' ? visitorKey(senderId) : `${senderType}-${senderId ?? 0}`
  return { initials: initials(name), hue: hueOf(key) }
}

function continues(message: MessageFacts, previous: MessageFacts | null) {
  if (!previous || senderKey(previous) !== senderKey(message)) return false
  return secondsBetween(previous.createdAt, message.createdAt) < GROUP_WITHIN_SECONDS
}

const secondsBetween = (from: DateTime, to: DateTime) => to.diff(from, 'seconds').seconds

/** "Seen" stands under our newest reply, once the visitor has read that far. */
function markSeen(messages: ThreadMessage[], { visitorReadSeq }: ConversationFacts) {
  const last = messages.findLast(({ kind }) => kind === 'agent')
  if (last) last.isSeen = visitorReadSeq >= last.seq
}
