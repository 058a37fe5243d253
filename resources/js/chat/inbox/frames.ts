import type { LiveFrame } from '../shared/live_connection.js'

/** What every frame about a conversation says of it: all that a row shows beside who it is with. */
export interface FrameConversation {
  external_id: string
  number: string
  status: string
  folder: string
  agent_id: number | null
  agent_name: string | null
  last_seq: number
  agent_unread_count: number
  agent_read_seq: number
  priority: string
  rating: number | null
  last_message: string | null
  last_message_at: string
  last_message_sender_type: string | null
  last_message_sender_id: number | null
  waiting_since: string | null
  pending_action: string | null
  message_count: number
}

export interface FrameMessage {
  seq: number
  type: string
  visibility: string
  content: string
  sender_type: string
  sender_id: number | null
  sender_name: string
  client_message_id: string | null
  created_at: string
}

export interface ConversationFrame extends LiveFrame {
  conversation_id: number
  conversation: FrameConversation
}

export const messageOf = (frame: LiveFrame) =>
  (frame.message as FrameMessage | null | undefined) ?? undefined

/** What is drawn without asking: words of one side for the other. All else the server renders. */
export const isPlain = ({ type, visibility }: FrameMessage) =>
  type === 'text' && visibility === 'public'
