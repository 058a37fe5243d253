import type Conversation from '#chat/models/conversation'
import { sortKeys } from '#chat/services/inbox_order'
import { inboxQuery, type InboxAddress } from '#chat/services/inbox_address'
import { rankOf } from '#chat/services/search/search_hit'
import type { SearchTerms } from '#chat/services/search/search_terms'
import { messagesInWords } from '#chat/support/message_count'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { rowState } from '#chat/support/row_state'
import { agentKey, badge, firstName, hueOf, initials, visitorKey } from '#chat/presenters/names'
import { placeOfHit, presentHit, presentName } from '#chat/presenters/hit'
import { lowRating } from '#chat/presenters/rating'
import { presentStatus } from '#chat/presenters/status'
import { presentLabels } from '#chat/presenters/narrowing'
import { presentWaiting } from '#chat/presenters/waiting'

/** For whom, and under which filters, rows are drawn. */
export interface RowFrame {
  agentId: number
  clock: ViewerClock
  address: InboxAddress
  /** Whether rows can be selected, to do something with many at once. */
  canPick: boolean
  /** The conversation that is open beside the list. */
  currentId: string | null
  /** Names of the agents who wrote last. */
  names: Map<number, string>
  /** What was searched for. */
  terms: SearchTerms | null
}

/** One conversation as two lines of the list: who and when, what and what to mind. */
export function presentRow(conversation: Conversation, frame: RowFrame) {
  const { externalId, lastMessageAt, visitor, agentName, priority } = conversation
  const unread = conversation.agentUnreadCount
  return {
    id: externalId,
    visitorId: visitor.externalId,
    url: `/chat/${externalId}?${inboxQuery(frame.address)}${placeOfHit(conversation)}`,
    /** The order that the server lists in. */
    sort: sortOf(conversation, frame),
    /** The newest message of its thread, so that an older state never takes the place of a newer one. */
    seq: conversation.lastSeq,
    state: rowState({
      folder: conversation.folder,
      status: conversation.status,
      agentId: conversation.agentId,
      priority,
      pendingAction: conversation.pendingAction ?? null,
    }),
    isCurrent: externalId === frame.currentId,
    number: conversation.displayNumber,
    name: visitor.displayName,
    nameHtml: presentName(conversation, frame.terms),
    hit: presentHit(conversation, frame.terms),
    initials: initials(visitor.displayName),
    hue: hueOf(visitorKey(visitor.id)),
    at: frame.clock.iso(lastMessageAt),
    time: frame.clock.short(lastMessageAt),
    sender: senderOf(conversation, frame),
    preview: conversation.lastMessage ?? 'No messages yet',
    messages: {
      count: conversation.messageCount,
      words: messagesInWords(conversation.messageCount),
    },
    unread: unread > 0 ? badge(unread) : null,
    ...presentStatus(conversation),
    showsStatus: showsStatus(conversation, frame.address),
    priority: priority === 'normal' ? null : priority,
    assignee: agentName && {
      name: agentName,
      initials: initials(agentName),
      hue: hueOf(agentKey(conversation.agentId)),
    },
    lowRating: lowRating(conversation),
    canPick: frame.canPick,
    labels: presentLabels(conversation.labels ?? []),
    isMine: conversation.agentId === frame.agentId,
    waiting: presentWaiting(conversation, frame.clock),
  }
}

function sortOf(conversation: Conversation, { address, terms }: RowFrame) {
  const [first, ...rest] = sortKeys(conversation, terms ? 'newest' : address.sort)
  return [terms ? rankOf(conversation.hit) : first, ...rest].join('.')
}

/** Where the list itself does not say it. */
function showsStatus(conversation: Conversation, { filter }: InboxAddress) {
  if (conversation.pendingAction) return true
  const { status } = presentStatus(conversation)
  return status !== filter && conversation.folder !== 'open'
}

/** The agents who wrote last in these conversations, other than their assignees and the viewer. */
export function unnamedSenders(conversations: Conversation[], agentId: number) {
  const ids = conversations
    .filter(({ lastMessageSenderType }) => lastMessageSenderType === 'agent')
    .filter((row) => row.lastMessageSenderId !== row.agentId)
    .map(({ lastMessageSenderId }) => lastMessageSenderId)
  return [...new Set(ids)].filter((id): id is number => id !== null && id !== agentId)
}

function senderOf(conversation: Conversation, { agentId, names }: RowFrame) {
  const { lastMessageSenderType: type, lastMessageSenderId: id, agentName } = conversation
  if (type !== 'agent') return type === 'bot' ? 'Bot: ' : ''
  if (id === agentId) return 'You: '
  const name = id === conversation.agentId ? agentName : names.get(id ?? 0)
  return name ? `${firstName(name)}: ` : ''
}
