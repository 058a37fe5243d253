import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type { ConversationFacts, MessageFacts } from '#chat/models/facts'
import type Message from '#chat/models/message'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import type { Sighted } from '#chat/services/visibility/sight'
import type { QueuePosition } from '#chat/services/routing/queue_view'

/** A message was committed. `conversation` is its state right after. Both can be read, but not changed or saved. */
export interface MessageSent {
  conversation: ConversationFacts
  message: MessageFacts
}

/** State, assignee, folder, labels or links of a conversation changed, and are committed. */
export interface ConversationUpdated {
  conversation: Conversation
  /** The line of the thread that records the change, else the newest message; null without either. */
  message: MessageFacts | null
  /** Whether it has just begun. */
  hasBegun: boolean
  /** Whether what the visitor may see of it has changed, too. */
  visitorSees: boolean
  /** Where it belonged before, of one that was there. */
  before?: Sighted
}

/** What the inbox will do with a conversation in some seconds has been chosen, or undone. */
export interface ConversationPending {
  conversation: Conversation
}

/** The replies that agents send later in a conversation have changed: one was planned, changed, cancelled, sent or kept. */
export interface PlannedChanged {
  conversation: Conversation
}

/** A conversation has come to an agent, its `agentId`: by hand, by a transfer, or out of the queue. */
export interface ConversationAssigned {
  conversation: Conversation
  /** The line of the thread that records it. */
  message: Message
  /** The note of the transfer, for the new assignee. */
  note: Message | null
  /** The agent who assigned it; null for the queue. */
  by: Agent | null
}

/** The time of a snooze has come: the conversation is back with its agent, or with the one who put it aside. */
export interface ConversationWoken {
  conversation: Conversation
  /** The agent who is notified. */
  agent: Agent
}

/** A conversation and its messages were deleted permanently. */
export interface ConversationDeleted {
  conversation: Conversation
  /** Null when its time was over (A6). */
  by: Agent | null
}

/** The visitor or an agent types, or has stopped. */
export interface TypingChanged {
  conversation: Conversation
  by: 'visitor' | 'agent'
  agentId: number | null
  name: string
  typing: boolean
}

/** An agent has opened a conversation, or left it. */
export interface ViewingChanged {
  conversation: Conversation
  agent: Agent
  viewing: boolean
}

/** One side has read up to `seq`. */
export interface ConversationRead {
  conversation: Conversation
  by: 'visitor' | 'agent'
  seq: number
  /** How many of the other side's messages were unread until then: none when it was about notes. */
  count: number
}

/** A visitor was named, moved to another page, or was linked to a person. */
export interface VisitorUpdated {
  visitor: Visitor
}

/** A browser has forgotten who its visitor is: their token is good for nothing any more. */
export interface VisitorForgotten {
  visitor: Visitor
}

/** A widget was changed, switched off or removed. */
export interface WidgetUpdated {
  widget: Widget
}

/** An agent came online, chose a status, turned idle, or serves differently. */
export interface AgentUpdated {
  agent: Agent
  /** Whether they were given other widgets or departments. */
  isRescoped?: boolean
}

/** An agent has come, or is away, idle or gone now: nothing else about them concerns a visitor. */
export interface PresenceChanged {
  agent: Agent
  isThere: boolean
}

/** A waiting visitor's position in the queue has changed; null when they see none (W21). */
export interface QueueMoved {
  conversation: Conversation
  position: QueuePosition | null
}

/** What an agent is notified of has changed: there is something new, or it was read. */
export interface NotificationsChanged {
  agent: Pick<Agent, 'tenantId' | 'userId'>
}

declare module '@adonisjs/core/types' {
  interface EventsList {
    'chat.message.sent': MessageSent
    'chat.conversation.updated': ConversationUpdated
    'chat.conversation.pending': ConversationPending
    'chat.planned.changed': PlannedChanged
    'chat.conversation.assigned': ConversationAssigned
    'chat.conversation.woken': ConversationWoken
    'chat.conversation.deleted': ConversationDeleted
    'chat.typing.changed': TypingChanged
    'chat.viewing.changed': ViewingChanged
    'chat.conversation.read': ConversationRead
    'chat.visitor.updated': VisitorUpdated
    'chat.visitor.forgotten': VisitorForgotten
    'chat.widget.updated': WidgetUpdated
    'chat.agent.updated': AgentUpdated
    'chat.presence.changed': PresenceChanged
    'chat.queue.moved': QueueMoved
    'chat.notifications.changed': NotificationsChanged
  }
}
