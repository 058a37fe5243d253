import type { ChatMailer } from '#chat/contracts/chat_mailer'
import type { PushDriver } from '#chat/contracts/push_driver'
import type { FileTools } from '#chat/services/attachments/attachments'
import type { Render } from '#chat/services/mail/envelope'

/** What emails and pushes go out by, and what keeps files. */
export interface ServiceTools {
  mailer?: ChatMailer | null
  render?: Render
  pushDriver?: PushDriver | null
  files?: FileTools
}

/** In place of Edge, where there is none. */
export const unrendered: Render = () => Promise.reject(new Error('Emails need Edge'))

const unkept = () => Promise.reject(new Error('Files need a store'))
/** In place of a store, where there is none. */
export const NO_FILES: FileTools = {
  store: { put: unkept, read: unkept, delete: unkept },
  scanner: null,
}
