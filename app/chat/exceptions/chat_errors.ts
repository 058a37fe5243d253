import { chatError } from '#chat/exceptions/chat_error'

/** The module is off, or no active widget has this key: one answer for all, so nothing can be probed. */
export const WidgetNotFound = chatError('Chat is not available', 'E_CHAT_WIDGET_NOT_FOUND', 404)

export const OriginNotAllowed = chatError(
  'This website is not allowed to use this chat',
  'E_CHAT_ORIGIN_NOT_ALLOWED',
  403
)

export const VisitorUnknown = chatError(
  'The visitor token is missing, unknown or expired',
  'E_CHAT_VISITOR_UNKNOWN',
  401
)

export const ConversationNotFound = chatError(
  'Conversation not found',
  'E_CHAT_CONVERSATION_NOT_FOUND',
  404
)

/** The conversation ended and cannot take this message; a new one has to be started or it reopened. */
export const ConversationEnded = chatError(
  'This conversation has ended',
  'E_CHAT_CONVERSATION_ENDED',
  409
)

/** A move between states that the rules do not allow, with what stood in the way. */
export const IllegalMove = chatError(
  'A %s conversation cannot become %s',
  'E_CHAT_ILLEGAL_MOVE',
  409
)

/** A visitor has at most one open conversation (C12). */
export const AnotherIsOpen = chatError(
  'The visitor already has another open conversation',
  'E_CHAT_ANOTHER_IS_OPEN',
  409
)

export const NotAssignable = chatError(
  'This user cannot answer chats',
  'E_CHAT_NOT_ASSIGNABLE',
  422
)

export const AlreadyConverted = chatError(
  'This conversation is already a lead',
  'E_CHAT_ALREADY_CONVERTED',
  409
)

export const NothingToPromote = chatError(
  'The visitor has given neither a name nor an e-mail address',
  'E_CHAT_NOTHING_TO_PROMOTE',
  422
)

export const PermissionDenied = chatError(
  'You are not allowed to do this',
  'E_CHAT_PERMISSION_DENIED',
  403
)

export const TooManyStreams = chatError('Too many open connections', 'E_CHAT_TOO_MANY_STREAMS', 429)

/** The server is about to close; another one, or itself after its restart, takes over. */
export const ShuttingDown = chatError('Please come back in a moment', 'E_CHAT_SHUTTING_DOWN', 503)
