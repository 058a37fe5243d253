/** The recorded actions, by area of the chat (A5). */
export const AUDIT_ACTIONS = {
  module: ['enabled', 'disabled'],
  widget: [
    'created',
    'updated',
    'activated',
    'deactivated',
    'key_regenerated',
    'identity_key_added',
    'identity_key_removed',
    'deleted',
  ],
  agent: ['added', 'updated', 'removed'],
  department: ['created', 'renamed', 'deleted'],
  label: ['created', 'updated', 'deleted'],
  canned_response: ['created', 'updated', 'deleted'],
  proactive_rule: ['created', 'updated', 'deleted'],
  webhook: ['created', 'updated', 'secret_rotated', 'deleted'],
  export: ['conversations', 'dashboard', 'visitor'],
  conversation: ['deleted', 'expired'],
  visitor: ['erased', 'blocked', 'unblocked'],
  work: ['retried', 'cancelled'],
  setting: ['updated'],
  permission: ['changed', 'token_created', 'token_revoked'],
} as const

/** The kinds of thing that audit entries are about. */
export type AuditArea = keyof typeof AUDIT_ACTIONS

/** `area.action`, such as `widget.created`. */
export type AuditAction = {
  [Area in AuditArea]: `${Area}.${(typeof AUDIT_ACTIONS)[Area][number]}`
}[AuditArea]

export const AUDIT_AREAS = Object.keys(AUDIT_ACTIONS) as AuditArea[]
