import { ChatError, chatError } from '#chat/exceptions/chat_error'
import { text } from '#chat/texts/text'

/** The host does not offer this user as an agent. */
export const NotAssignable = chatError('errors.not_assignable', 'E_CHAT_NOT_ASSIGNABLE', 422)

/** The tenant has no such department. */
export const DepartmentNotFound = chatError(
  'errors.department_not_found',
  'E_CHAT_DEPARTMENT_NOT_FOUND',
  404
)

/** A conversation passed on to it would wait for an agent who does not exist. */
export const DepartmentEmpty = chatError(
  'errors.department_empty',
  'E_CHAT_DEPARTMENT_EMPTY',
  422,
  { field: 'department_id', rule: 'staffed' }
)

/** The names of a tenant's departments are unique. */
export const DepartmentExists = chatError(
  'errors.department_exists',
  'E_CHAT_DEPARTMENT_EXISTS',
  422,
  { field: 'name', rule: 'unique' }
)

/** The tenant has no such agent. */
export const AgentNotFound = chatError('errors.agent_not_found', 'E_CHAT_AGENT_NOT_FOUND', 404)

/** The user is an agent already; adding them anew would undo what was decided about them. */
export const AgentExists = chatError('errors.agent_exists', 'E_CHAT_AGENT_EXISTS', 409, {
  field: 'user_id',
  rule: 'unique',
})

/** The agent has been to the chat, but takes nothing from the queue, so there is nothing to change. */
export const AgentNotServing = chatError(
  'errors.agent_not_serving',
  'E_CHAT_AGENT_NOT_SERVING',
  409
)

/** The tenant has no such department or widget for an agent to serve. */
export class ScopeUnknown extends ChatError {
  static status = 422
  static code = 'E_CHAT_SCOPE_UNKNOWN'

  constructor(what: 'department' | 'widget') {
    const message =
      what === 'widget' ? text('errors.no_such_widget') : text('errors.department_not_found')
    super(message, { status: ScopeUnknown.status, code: ScopeUnknown.code })
    this.details = { field: `${what}_ids`, rule: 'known' }
  }
}
