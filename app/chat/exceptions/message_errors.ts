import { chatError } from '#chat/exceptions/chat_error'

/** A message is not empty, whether a visitor, an agent or a program sends it. */
export const MessageEmpty = chatError(
  'errors.message_empty',
  'E_CHAT_MESSAGE_EMPTY',
  422,
  ([field]) => ({ field, rule: 'required' })
)

/** A message is longer than allowed; the list names the field and the limit. */
export const MessageTooLong = chatError(
  'errors.message_too_long',
  'E_CHAT_MESSAGE_TOO_LONG',
  422,
  ([field]) => ({ field, rule: 'maxLength' })
)

/** Another message arrived while this reply was being written, and its author has not seen it. */
export const StaleReply = chatError('errors.stale_reply', 'E_CHAT_STALE', 409)

/** A tenant's canned responses differ in their shortcuts. */
export const ShortcutTaken = chatError('errors.shortcut_taken', 'E_CHAT_SHORTCUT_TAKEN', 422, {
  field: 'shortcut',
  rule: 'unique',
})

/** A canned response contains a placeholder that does not exist. */
export const UnknownPlaceholder = chatError(
  'errors.unknown_placeholder',
  'E_CHAT_UNKNOWN_PLACEHOLDER',
  422,
  { field: 'content', rule: 'placeholder' }
)

/** The tenant has no such canned response. */
export const ResponseNotFound = chatError(
  'errors.response_not_found',
  'E_CHAT_RESPONSE_NOT_FOUND',
  404
)

/** A browser's subscription to pushes is at no known push service, or its keys are not valid. */
export const PushEndpointRefused = chatError(
  'errors.push_endpoint_refused',
  'E_CHAT_PUSH_ENDPOINT_REFUSED',
  422,
  { field: 'endpoint', rule: 'endpoint' }
)

/** A planned reply was sent or cancelled, or never was. */
export const PlannedNotFound = chatError(
  'errors.planned_not_found',
  'E_CHAT_PLANNED_NOT_FOUND',
  404
)

/** Only its author changes a planned reply. */
export const PlannedNotYours = chatError(
  'errors.planned_not_yours',
  'E_CHAT_PLANNED_NOT_YOURS',
  403
)

/** A conversation has as many planned replies as it may. */
export const TooManyPlanned = chatError('errors.too_many_planned', 'E_CHAT_TOO_MANY_PLANNED', 409)
