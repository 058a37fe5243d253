import type { MessageFacts } from '#chat/models/facts'

/** What is kept with a message that came by email, as `metadata.mail`. */
export interface MessageMail {
  /** The external id of its original. */
  id: string
  from: { address: string; name: string }
  /** Whether it was sent by someone other than the recipient of our email. */
  isOther: boolean
  /** What it quotes, folded below the message; null for nothing. */
  quoted: string | null
  /** Whether the message is longer than a message can be; the rest is in the original. */
  isCut: boolean
  /** How many of its files are in the original alone. */
  files: number
  /** Those of them that could not be kept. */
  refused?: RefusedFile[]
}

/** A file of an email that is in its original alone, and why, in the installation's language. */
export interface RefusedFile {
  name: string
  reason: string
}

/** The email that a message came by; null for one that was written in the chat. */
export const mailOf = ({ metadata }: Pick<MessageFacts, 'metadata'>): MessageMail | null =>
  (metadata?.mail as MessageMail | undefined) ?? null
