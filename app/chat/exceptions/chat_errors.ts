import { createError } from '@adonisjs/core/exceptions'

/** The module is off, or no active widget has this key: one answer for all, so nothing can be probed. */
export const WidgetNotFound = createError('Chat is not available', 'E_CHAT_WIDGET_NOT_FOUND', 404)

export const OriginNotAllowed = createError(
  'This website is not allowed to use this chat',
  'E_CHAT_ORIGIN_NOT_ALLOWED',
  403
)

export const VisitorUnknown = createError(
  'The visitor token is missing, unknown or expired',
  'E_CHAT_VISITOR_UNKNOWN',
  401
)

export const ConversationNotFound = createError(
  'Conversation not found',
  'E_CHAT_CONVERSATION_NOT_FOUND',
  404
)

/** The conversation ended and cannot take this message; a new one has to be started or it reopened. */
export const ConversationEnded = createError(
  'This conversation has ended',
  'E_CHAT_CONVERSATION_ENDED',
  409
)

/** A move between states that the rules do not allow, with what stood in the way. */
export const IllegalMove = createError<[from: string, to: string]>(
  'A %s conversation cannot become %s',
  'E_CHAT_ILLEGAL_MOVE',
  409
)

/** A visitor has at most one open conversation (C12). */
export const AnotherIsOpen = createError(
  'The visitor already has another open conversation',
  'E_CHAT_ANOTHER_IS_OPEN',
  409
)

export const NotAssignable = createError(
  'This user cannot answer chats',
  'E_CHAT_NOT_ASSIGNABLE',
  422
)

export const AlreadyConverted = createError(
  'This conversation is already a lead',
  'E_CHAT_ALREADY_CONVERTED',
  409
)

export const NothingToPromote = createError(
  'The visitor has given neither a name nor an e-mail address',
  'E_CHAT_NOTHING_TO_PROMOTE',
  422
)

export const PermissionDenied = createError(
  'You are not allowed to do this',
  'E_CHAT_PERMISSION_DENIED',
  403
)

export const TooManyStreams = createError(
  'Too many open connections',
  'E_CHAT_TOO_MANY_STREAMS',
  429
)
