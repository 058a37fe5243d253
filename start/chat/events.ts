import type { EmitterService } from '@adonisjs/core/types'

const Broadcast = () => import('#chat/listeners/broadcast_to_streams')
const EndStreams = () => import('#chat/listeners/end_streams')
const TellOneAgent = () => import('#chat/listeners/tell_one_agent')
const TellVisitors = () => import('#chat/listeners/tell_visitors_of_agent')
const Route = () => import('#chat/listeners/route_conversations')
const Recount = () => import('#chat/listeners/recount_days')
const Timeline = () => import('#chat/listeners/record_on_timeline')

/** Who listens to what. Listeners run after commit and never sit in the request's transaction. */
export function registerChatListeners(emitter: EmitterService) {
  emitter.on('chat.message.sent', [Broadcast, 'messageSent'])
  emitter.on('chat.conversation.updated', [Broadcast, 'conversationUpdated'])
  emitter.on('chat.conversation.pending', [Broadcast, 'conversationPending'])
  emitter.on('chat.conversation.deleted', [Broadcast, 'conversationDeleted'])
  emitter.on('chat.conversation.deleted', [Recount, 'conversationDeleted'])
  emitter.on('chat.typing.changed', [Broadcast, 'typingChanged'])
  emitter.on('chat.viewing.changed', [Broadcast, 'viewingChanged'])
  emitter.on('chat.conversation.read', [Broadcast, 'conversationRead'])
  emitter.on('chat.visitor.updated', [Broadcast, 'visitorUpdated'])
  emitter.on('chat.agent.updated', [Broadcast, 'agentUpdated'])
  emitter.on('chat.conversation.assigned', [TellOneAgent, 'conversationAssigned'])
  emitter.on('chat.conversation.woken', [TellOneAgent, 'conversationWoken'])
  emitter.on('chat.agent.updated', [TellOneAgent, 'statusUpdated'])
  emitter.on('chat.presence.changed', [TellVisitors, 'presenceChanged'])
  emitter.on('chat.queue.moved', [Broadcast, 'queueMoved'])

  emitter.on('chat.conversation.updated', [Route, 'conversationUpdated'])
  emitter.on('chat.conversation.deleted', [Route, 'conversationDeleted'])
  emitter.on('chat.agent.updated', [Route, 'agentUpdated'])

  emitter.on('chat.conversation.updated', [Timeline, 'handle'])

  emitter.on('chat.widget.updated', [EndStreams, 'widgetUpdated'])
  emitter.on('session_auth:logged_out', [EndStreams, 'loggedOut'])
}
