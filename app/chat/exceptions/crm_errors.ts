import { chatError } from '#chat/exceptions/chat_error'

/** A conversation becomes one lead, once. */
export const AlreadyConverted = chatError(
  'errors.already_converted',
  'E_CHAT_ALREADY_CONVERTED',
  409
)

/** A conversation has one ticket at most. */
export const HasTicket = chatError('errors.has_ticket', 'E_CHAT_HAS_TICKET', 409)

/** A person needs a name or an email address, and the visitor has given neither. */
export const NothingToPromote = chatError(
  'errors.nothing_to_promote',
  'E_CHAT_NOTHING_TO_PROMOTE',
  422
)

/** The CRM knows the claimed address: whether that person is the visitor is for an agent to say (P5). */
export const PersonUndecided = chatError('errors.person_undecided', 'E_CHAT_PERSON_UNDECIDED', 409)

/** The host knows no person of this id. */
export const PersonNotFound = chatError('errors.person_not_found', 'E_CHAT_PERSON_NOT_FOUND', 422, {
  field: 'person',
  rule: 'known',
})

/** The visitor is linked to another person already. */
export const VisitorLinked = chatError('errors.visitor_linked', 'E_CHAT_VISITOR_LINKED', 409)

/** The CRM keeps no records of this kind. */
export const HostLacks = chatError('errors.host_lacks', 'E_CHAT_HOST_LACKS', 409)
