import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'

/** A message of a transcript. */
export type TranscriptLine = Pick<
  Message,
  'senderName' | 'senderType' | 'content' | 'metadata' | 'createdAt'
>

/** A conversation as its visitor may keep it. */
export interface Transcript {
  /** With its widget and visitor. */
  conversation: Conversation
  /** Oldest first. */
  lines: TranscriptLine[]
  /** Whether earlier messages are left out. */
  isCut: boolean
}

/** The most messages of a file. */
export const MOST_LINES = 2000

/**
 * The newest public messages of a conversation, oldest first: what its visitor has read. Notes and internal lines are never
 * among them.
 */
export async function transcriptLines(conversation: Conversation, most = MOST_LINES) {
  const newest = await Message.query()
    .where({ conversation_id: conversation.id, visibility: 'public' })
    .whereIn('type', ['text', 'file'])
    .orderBy('seq', 'desc')
    .limit(most + 1)
  return { lines: newest.slice(0, most).reverse(), isCut: newest.length > most }
}
