import { createHash } from 'node:crypto'
import type ReceivedMail from '#chat/models/received_mail'

type Once = Pick<ReceivedMail, 'onceHash'>

/** An id for the message of an email: the same however often it arrives, and at whichever process. */
export const messageIdOf = ({ onceHash }: Once) => uuidOf(onceHash)

/** The same for one of its files, by its place. */
export const fileIdOf = ({ onceHash }: Once, index: number) =>
  uuidOf(createHash('sha256').update(`${onceHash}/${index}`).digest('hex'))

function uuidOf(hash: string): string {
  const hex = hash.slice(0, 32)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ]
  return [...parts, hex.slice(20, 32)].join('-')
}
