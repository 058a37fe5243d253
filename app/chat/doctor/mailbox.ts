import type { ApplicationService } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/config/chat_config'
import { SetupError } from '#chat/exceptions/setup_errors'
import { openMailbox } from '#chat/services/mail/imap/open_mailbox'

/** Whether the mailbox that answers come by can be read. */
export async function describeMailbox(_: ApplicationService, { mail }: ChatConfig) {
  const { imap, maxBytes } = mail.inbound ?? {}
  if (!imap || !maxBytes) return 'none is read'
  const name = `${imap.user} at ${imap.host}:${imap.port}`
  try {
    const mailbox = await openMailbox(imap)
    const { length } = await mailbox.unread(maxBytes).finally(() => mailbox.close())
    return `${name} has ${length} unread ${length === 1 ? 'email' : 'emails'}`
  } catch (error) {
    if (error instanceof SetupError) throw error
    throw new SetupError(
      `${name} cannot be read ("${(error as Error).message}"): look at mail.inbound.imap in config/chat.ts`
    )
  }
}
