import type {
  FrameConversationJson,
  FrameMessageJson,
} from '../../../../app/chat/transformers/json/agent_json.js'
import type { LiveFrame } from '../shared/live_connection.js'

export type FrameConversation = FrameConversationJson
export type FrameMessage = FrameMessageJson

export interface ConversationFrame extends LiveFrame {
  conversation_id: number
  conversation: FrameConversationJson
}

/** The message of a frame; a changed conversation only refers to its system line. */
export const messageOf = (frame: LiveFrame) =>
  frame.event === 'chat.message.sent' ? (frame.message as FrameMessageJson) : undefined

/** Messages that are drawn from the frame: plain messages between visitor and team. The server renders all others. */
export const isPlain = ({ type, visibility, has_marks: hasMarks }: FrameMessageJson) =>
  type === 'text' && visibility === 'public' && !hasMarks
