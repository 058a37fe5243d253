import { chatError } from '#chat/exceptions/chat_error'

/** The tenant has no such work, it has ended, or it cannot be cancelled. */
export const NoSuchWork = chatError('errors.no_such_work', 'E_CHAT_NO_SUCH_WORK', 404)
