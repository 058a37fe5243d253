import type { Emitter } from '@adonisjs/core/events'
import type { EmitterService } from '@adonisjs/core/types'
import type { LoggedOut } from '#chat/listeners/end_streams'

const Broadcast = () => import('#chat/listeners/broadcast_to_streams')
const Contacts = () => import('#chat/listeners/record_contacts')
const CountMessages = () => import('#chat/listeners/count_messages')
const EndStreams = () => import('#chat/listeners/end_streams')
const NoticeContacts = () => import('#chat/listeners/notice_contacts')
const NotifyAgent = () => import('#chat/listeners/notify_agent')
const NotifyVisitors = () => import('#chat/listeners/notify_visitors_of_agent')
const Route = () => import('#chat/listeners/route_conversations')
const ForgetInSearch = () => import('#chat/listeners/forget_in_search')
const SignOut = () => import('#chat/listeners/sign_out_of_support')
const Recount = () => import('#chat/listeners/recount_days')
const AnnounceNotifications = () => import('#chat/listeners/announce_notifications')
const Timeline = () => import('#chat/listeners/record_on_timeline')

/** The listeners of each event. They run after commit, never in the request's transaction. */
export function registerChatListeners(emitter: EmitterService) {
  emitter.on('chat.message.sent', [Broadcast, 'messageSent'])
  emitter.on('chat.message.sent', [CountMessages, 'messageSent'])
  emitter.on('chat.message.sent', [NoticeContacts, 'messageSent'])
  emitter.on('chat.message.sent', [Contacts, 'messageSent'])
  emitter.on('chat.conversation.updated', [Broadcast, 'conversationUpdated'])
  emitter.on('chat.conversation.pending', [Broadcast, 'conversationPending'])
  emitter.on('chat.planned.changed', [Broadcast, 'plannedChanged'])
  emitter.on('chat.conversation.deleted', [Broadcast, 'conversationDeleted'])
  emitter.on('chat.conversation.deleted', [ForgetInSearch, 'conversationDeleted'])
  emitter.on('chat.conversation.deleted', [Recount, 'conversationDeleted'])
  emitter.on('chat.typing.changed', [Broadcast, 'typingChanged'])
  emitter.on('chat.viewing.changed', [Broadcast, 'viewingChanged'])
  emitter.on('chat.conversation.read', [Broadcast, 'conversationRead'])
  emitter.on('chat.visitor.updated', [Broadcast, 'visitorUpdated'])
  emitter.on('chat.agent.updated', [Broadcast, 'agentUpdated'])
  emitter.on('chat.conversation.assigned', [NotifyAgent, 'conversationAssigned'])
  emitter.on('chat.conversation.woken', [NotifyAgent, 'conversationWoken'])
  emitter.on('chat.agent.updated', [NotifyAgent, 'statusUpdated'])
  emitter.on('chat.notifications.changed', [AnnounceNotifications, 'notificationsChanged'])
  emitter.on('chat.presence.changed', [NotifyVisitors, 'presenceChanged'])
  emitter.on('chat.queue.moved', [Broadcast, 'queueMoved'])

  emitter.on('chat.conversation.updated', [Route, 'conversationUpdated'])
  emitter.on('chat.conversation.deleted', [Route, 'conversationDeleted'])
  emitter.on('chat.agent.updated', [Route, 'agentUpdated'])

  emitter.on('chat.conversation.updated', [Timeline, 'handle'])

  emitter.on('chat.widget.updated', [EndStreams, 'widgetUpdated'])
  emitter.on('chat.visitor.forgotten', [EndStreams, 'visitorForgotten'])
  emitter.on('chat.agent.updated', [EndStreams, 'agentUpdated'])
  onLogOut(emitter)
}

/** The event of a session guard: it is the configuration of each host that declares it. */
function onLogOut(emitter: EmitterService) {
  const ofHost = emitter as unknown as Emitter<{ 'session_auth:logged_out': LoggedOut }>
  ofHost.on('session_auth:logged_out', [EndStreams, 'loggedOut'])
  ofHost.on('session_auth:logged_out', [SignOut, 'loggedOut'])
}
