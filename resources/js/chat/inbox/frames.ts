import type { LiveFrame } from '../shared/live_connection.js'

/** What every frame about a conversation says of it. */
export interface FrameConversation {
  external_id: string
  status: string
  folder: string
  agent_id: number | null
  agent_name: string | null
}

export interface FrameMessage {
  type: string
  sender_type: string
  sender_id: number | null
}

export interface ConversationFrame extends LiveFrame {
  conversation: FrameConversation
}

export const messageOf = (frame: LiveFrame) => frame.message as FrameMessage | undefined
