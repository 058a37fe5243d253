import type { OutboxEntry } from '../../shared/net/outbox.js'
import type { Told } from './availability.js'

/** A message as the visitor may see it. */
export interface Message {
  id: string
  seq: number
  client_message_id: string | null
  sender_type: 'visitor' | 'agent' | 'bot' | 'system'
  sender_name: string | null
  type: string
  content: string
  metadata: Record<string, unknown> | null
  created_at: string
  read_at: string | null
}

export interface Conversation {
  id: string
  number: string
  status: 'pending' | 'active' | 'waiting' | 'resolved' | 'closed'
  /** The agent who has joined. */
  agent_name: string | null
  /** Whether they are there; left out where nothing new is known about it. */
  agent_online?: boolean
  agent_read_seq: number
  visitor_read_seq: number
  last_seq: number
  previous_id: string | null
  created_at: string
  ended_at: string | null
  /** Place in the queue while nobody is assigned and somebody serves. */
  queue?: { position: number; wait_seconds: number | null } | null
  rating: number | null
  feedback: string | null
}

/** The visitor as they have described themselves. */
export interface Visitor {
  name: string | null
  email: string | null
  phone: string | null
  /** An e-mail reaches them, though the address may not be from them. */
  has_email: boolean
}

export interface SessionAnswer extends Told {
  visitor_token?: string
  visitor: Visitor
  conversation: Conversation | null
  messages: Message[]
  has_more: boolean
  unread: number
}

export interface MessagesAnswer extends Told {
  messages: Message[]
  has_more: boolean
  conversation: Conversation
  unread: number
}

/** A page of the website. */
export interface Page {
  url: string
  title: string
  referrer?: string
}

export interface Identity {
  name?: string
  email?: string
  phone?: string
}

/** A message that the server has not confirmed yet. */
export interface PendingMessage extends OutboxEntry {
  content: string
}
