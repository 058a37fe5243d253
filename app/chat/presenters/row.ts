import { rowSortKeys } from '#chat/services/inbox/inbox_order'
import { inboxQuery, type InboxQuery } from '#chat/services/inbox/inbox_query'
import type { ListRow } from '#chat/services/inbox/row_parts'
import { rankOf } from '#chat/services/inbox/search/search_match'
import type { SearchTerms } from '#chat/services/inbox/search/search_terms'
import { messagesInWords } from '#chat/support/message_count'
import { drawnText } from '#chat/texts/drawn'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { rowState } from '#chat/support/row_state'
import { agentFace, badge, firstName, hueOf, initials, visitorKey } from '#chat/presenters/names'
import { matchPosition, presentMatch, presentName } from '#chat/presenters/match'
import { lowRating } from '#chat/presenters/rating'
import { presentStatus } from '#chat/presenters/status'
import { presentLabels } from '#chat/presenters/filter_menu'
import { presentWaiting } from '#chat/presenters/waiting'
import { chatUrl } from '#chat/support/chat_url'

/** The viewer and the filters that rows are drawn for. */
export interface RowFrame {
  agentId: number
  clock: ViewerClock
  address: InboxQuery
  /** Whether rows can be selected, for a bulk action. */
  canPick: boolean
  /** The conversation that is open beside the list. */
  currentId: string | null
  /** Names of the agents who wrote last. */
  names: Map<number, string>
  /** What was searched for. */
  terms: SearchTerms | null
}

/** One conversation as two lines of the list: the visitor and the time, the last message and marks. */
export function presentRow(conversation: ListRow, frame: RowFrame) {
  const { externalId, lastMessageAt, visitor, agentName, priority } = conversation
  const unread = conversation.agentUnreadCount
  return {
    id: externalId,
    visitorId: visitor.externalId,
    url: chatUrl(
      'chat.inbox.show',
      { id: externalId },
      inboxQuery(frame.address) + matchPosition(conversation)
    ),
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
    isInApp: conversation.channel === 'app',
    name: visitor.displayName,
    nameHtml: presentName(conversation, frame.terms),
    match: presentMatch(conversation, frame.terms),
    initials: initials(visitor.displayName),
    hue: hueOf(visitorKey(visitor.id)),
    at: frame.clock.iso(lastMessageAt),
    time: frame.clock.short(lastMessageAt),
    sender: senderOf(conversation, frame),
    preview: conversation.lastMessage ?? drawnText('drawn.no_messages'),
    messages: {
      count: conversation.messageCount,
      words: messagesInWords(conversation.messageCount),
    },
    unread: unread > 0 ? badge(unread) : null,
    ...presentStatus(conversation),
    showsStatus: showsStatus(conversation, frame.address),
    priority: priority === 'normal' ? null : priority,
    priorityLabel: drawnText(`drawn.priority.${priority}`),
    assignee: agentName && { name: agentName, ...agentFace(conversation.agentId, agentName) },
    lowRating: lowRating(conversation),
    canPick: frame.canPick,
    labels: presentLabels(conversation.labels),
    isMine: conversation.agentId === frame.agentId,
    waiting: presentWaiting(conversation, frame.clock),
  }
}

function sortOf(conversation: ListRow, { address, terms }: RowFrame) {
  const [first, ...rest] = rowSortKeys(conversation, terms ? 'newest' : address.sort)
  return [terms ? rankOf(conversation.match) : first, ...rest].join('.')
}

/** Where the list itself does not say it. */
function showsStatus(conversation: ListRow, { filter }: InboxQuery) {
  if (conversation.pendingAction) return true
  const { status } = presentStatus(conversation)
  return status !== filter && conversation.folder !== 'open'
}

/** The agents who wrote last in these conversations, other than their assignees and the viewer. */
export function unnamedSenders(conversations: ListRow[], agentId: number) {
  const ids = conversations
    .filter(({ lastMessageSenderType }) => lastMessageSenderType === 'agent')
    .filter((row) => row.lastMessageSenderId !== row.agentId)
    .map(({ lastMessageSenderId }) => lastMessageSenderId)
  return [...new Set(ids)].filter((id): id is number => id !== null && id !== agentId)
}

function senderOf(conversation: ListRow, { agentId, names }: RowFrame) {
  const { lastMessageSenderType: type, lastMessageSenderId: id, agentName } = conversation
  if (type !== 'agent') return type === 'bot' ? drawnText('drawn.sender.bot') : ''
  if (id === agentId) return drawnText('drawn.sender.you')
  const name = id === conversation.agentId ? agentName : names.get(id ?? 0)
  return name ? drawnText('drawn.sender.name', { name: firstName(name) }) : ''
}
