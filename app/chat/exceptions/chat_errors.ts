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
export const IllegalMove = chatError('%s', 'E_CHAT_ILLEGAL_MOVE', 409)

/** Somebody has been given the conversation, or lost it, since the request's author looked. */
export const AssigneeChanged = chatError(
  '%s has this conversation now',
  'E_CHAT_ASSIGNEE_CHANGED',
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

export const DepartmentNotFound = chatError(
  'Department not found',
  'E_CHAT_DEPARTMENT_NOT_FOUND',
  404
)

/** A conversation passed on to it would wait for an agent who does not exist. */
export const DepartmentEmpty = chatError(
  'No agent of %s takes chats of this widget. Add one under Chat > Agents, or transfer to someone else.',
  'E_CHAT_DEPARTMENT_EMPTY',
  422
)

/** A tenant's departments are told apart by their names. */
export const DepartmentExists = chatError(
  'There already is a department called %s',
  'E_CHAT_DEPARTMENT_EXISTS',
  422
)

/** For the CRM's side; a visitor is told nothing of why there is no widget. */
export const NoSuchWidget = chatError('Widget not found', 'E_CHAT_NO_SUCH_WIDGET', 404)

export const ResponseNotFound = chatError(
  'Canned response not found',
  'E_CHAT_RESPONSE_NOT_FOUND',
  404
)

export const AgentNotFound = chatError('Agent not found', 'E_CHAT_AGENT_NOT_FOUND', 404)

/** What an agent is to serve must exist: `department` or `widget`. */
export const ScopeUnknown = chatError('There is no such %s', 'E_CHAT_SCOPE_UNKNOWN', 422)

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

export const BodyNotReadable = chatError(
  'Send the body as application/json',
  'E_CHAT_BODY_NOT_READABLE',
  415
)

/** The time to undo is over, somebody else was faster, or the visitor wrote. */
export const TooLateToUndo = chatError(
  'There is nothing to undo any more',
  'E_CHAT_TOO_LATE_TO_UNDO',
  409
)

export const SnoozeTime = chatError(
  'Choose a time in the future, within a year',
  'E_CHAT_SNOOZE_TIME',
  422
)

/** A rating is asked for when a conversation is over, and not before. */
export const NotEnded = chatError('This conversation has not ended yet', 'E_CHAT_NOT_ENDED', 409)

export const RatingFinal = chatError(
  'This rating can no longer be changed',
  'E_CHAT_RATING_FINAL',
  409
)

export const ShortcutTaken = chatError(
  'Another response has the shortcut /%s',
  'E_CHAT_SHORTCUT_TAKEN',
  422
)

export const UnknownPlaceholder = chatError(
  '%s is not a placeholder',
  'E_CHAT_UNKNOWN_PLACEHOLDER',
  422
)

/** Somebody else wrote while this reply was being written, and its author has not seen it. */
export const StaleReply = chatError(
  'There are new messages in this conversation',
  'E_CHAT_STALE',
  409
)

export const TooManyStreams = chatError('Too many open connections', 'E_CHAT_TOO_MANY_STREAMS', 429)

/** The server is about to close; another one, or itself after its restart, takes over. */
export const ShuttingDown = chatError('Please come back in a moment', 'E_CHAT_SHUTTING_DOWN', 503)

export const LabelNotFound = chatError('Label not found', 'E_CHAT_LABEL_NOT_FOUND', 404)

export const LabelExists = chatError(
  'There is a label of this name already',
  'E_CHAT_LABEL_EXISTS',
  422
)

export const TooManyLabels = chatError('There can be at most %s', 'E_CHAT_TOO_MANY_LABELS', 422)

export const ViewNotFound = chatError('View not found', 'E_CHAT_VIEW_NOT_FOUND', 404)

export const TooManyViews = chatError('There can be at most %s', 'E_CHAT_TOO_MANY_VIEWS', 422)

export const TooManyWebhooks = chatError('There can be at most %s', 'E_CHAT_TOO_MANY_WEBHOOKS', 422)

/** An address in a private network that is not allowed, or one that no request may ever go to. */
export const AddressNotAllowed = chatError(
  'Webhooks may not call %s: it is not an address of the internet',
  'E_CHAT_ADDRESS_NOT_ALLOWED',
  422
)

/** The configuration allows no webhook to reach private networks. */
export const PrivateAddressesForbidden = chatError(
  'Webhooks may not reach private networks here',
  'E_CHAT_PRIVATE_ADDRESSES_FORBIDDEN',
  422
)

export const WebhookPaused = chatError(
  'This webhook is paused. Switch it on first',
  'E_CHAT_WEBHOOK_PAUSED',
  409
)

/** One at a time: an export reads a lot. */
export const ExportRunning = chatError(
  'Your last export is still running',
  'E_CHAT_EXPORT_RUNNING',
  429
)
