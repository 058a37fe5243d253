import { ChatError, chatError } from '#chat/exceptions/chat_error'
import { text } from '#chat/texts/text'

/** The tenant has no such conversation, or its caller may not see it. */
export const ConversationNotFound = chatError(
  'errors.conversation_not_found',
  'E_CHAT_CONVERSATION_NOT_FOUND',
  404
)

/** The conversation ended and cannot take this message; a new one has to be started or it reopened. */
export const ConversationEnded = chatError(
  'errors.conversation_ended',
  'E_CHAT_CONVERSATION_ENDED',
  409
)

/** A move between states that the rules do not allow, with what stood in the way. */
export const IllegalMove = chatError('errors.illegal_move', 'E_CHAT_ILLEGAL_MOVE', 409)

/** The assignee has changed since the author of the request looked. */
export class AssigneeChanged extends ChatError {
  static status = 409
  static code = 'E_CHAT_ASSIGNEE_CHANGED'

  /** @param name the assignee's, null where the conversation has none */
  constructor(name: string | null) {
    const message =
      name === null ? text('errors.now_unassigned') : text('errors.assignee_changed', { name })
    super(message, { status: AssigneeChanged.status, code: AssigneeChanged.code })
  }
}

/** A visitor has at most one open conversation (C12). */
export const AnotherIsOpen = chatError('errors.another_is_open', 'E_CHAT_ANOTHER_IS_OPEN', 409)

/** The time to undo is over, another agent was faster, or the visitor wrote. */
export const TooLateToUndo = chatError('errors.too_late_to_undo', 'E_CHAT_TOO_LATE_TO_UNDO', 409)

/** A snooze ends in the future, within a year. */
export const SnoozeTime = chatError('errors.snooze_time', 'E_CHAT_SNOOZE_TIME', 422, {
  field: 'until',
  rule: 'future',
})

/** A rating is asked for when a conversation is over, and not before. */
export const NotEnded = chatError('errors.not_ended', 'E_CHAT_NOT_ENDED', 409)

/** The days in which a rating can be changed are over. */
export const RatingFinal = chatError('errors.rating_final', 'E_CHAT_RATING_FINAL', 409)

/** One at a time: an export reads a lot. */
export const ExportRunning = chatError('errors.export_running', 'E_CHAT_EXPORT_RUNNING', 429)

/** The tenant has no such label. */
export const LabelNotFound = chatError('errors.label_not_found', 'E_CHAT_LABEL_NOT_FOUND', 404)

/** A tenant's labels differ in their names. */
export const LabelExists = chatError('errors.label_exists', 'E_CHAT_LABEL_EXISTS', 422, {
  field: 'name',
  rule: 'unique',
})

/** The tenant has as many labels as allowed. */
export const TooManyLabels = chatError('errors.too_many_labels', 'E_CHAT_TOO_MANY_LABELS', 422)

/** The conversation has as many labels as allowed. */
export const TooManyLabelsHere = chatError(
  'errors.too_many_labels_here',
  'E_CHAT_TOO_MANY_LABELS',
  422
)

/** The agent has no such saved view. */
export const ViewNotFound = chatError('errors.view_not_found', 'E_CHAT_VIEW_NOT_FOUND', 404)

/** The agent or the team has as many saved views as allowed. */
export const TooManyViews = chatError('errors.too_many_views', 'E_CHAT_TOO_MANY_VIEWS', 422)
