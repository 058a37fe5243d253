import type { Chat } from './chat.js'
import type { VisitorFrame } from './types.js'

const ABOUT_THE_TEAM = ['chat.ready', 'chat.availability']

/** Applies a frame of the stream. Starts a catch-up when the frame does not contain the whole change. */
export function applyFrame(chat: Chat, frame: VisitorFrame) {
  const { event, conversation, unread } = frame
  const section = chat.thread.find(frame.conversation_id ?? conversation?.id)
  chat.unread = unread ?? chat.unread
  if (ABOUT_THE_TEAM.includes(event)) chat.availability.take(frame, event !== 'chat.ready')
  else if (!section || event === 'chat.conversation.deleted') {
    // Unsent messages begin a new conversation
    if (section) chat.deleted(section)
    chat.thread.isStale = true
    chat.sync.refresh()
  } else if (event === 'chat.message.sent') chat.sync.take(section, [frame.message], false)
  else if (event === 'chat.conversation.updated') chat.updated(conversation)
  else if (event === 'chat.typing') chat.typing.take(frame.typing ? frame.sender_name : null)
  else if (event === 'chat.read') {
    const mark = frame.by === 'agent' ? 'agent_read_seq' : 'visitor_read_seq'
    chat.thread.update({ ...section.conversation, [mark]: frame.seq })
  }
}
