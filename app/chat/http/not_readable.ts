import { BodyNotReadable, FileNotReadable } from '#chat/exceptions/chat_errors'
import type { ACCEPTED_BODIES } from '#chat/support/request_body'

/** The refusal of a body that a route of this kind does not accept. */
export const notReadable = (body: keyof typeof ACCEPTED_BODIES) =>
  body === 'file' ? new FileNotReadable() : new BodyNotReadable()
