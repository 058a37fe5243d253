/** What is recorded, by the part of the chat that it is about (A5). */
export const AUDIT_ACTIONS = {
  module: ['enabled', 'disabled'],
  widget: ['created', 'updated', 'activated', 'deactivated', 'key_regenerated', 'deleted'],
  agent: ['added', 'updated', 'removed'],
  department: ['created', 'renamed', 'deleted'],
  label: ['created', 'updated', 'deleted'],
  canned_response: ['created', 'updated', 'deleted'],
  webhook: ['created', 'updated', 'secret_rotated', 'deleted'],
  export: ['conversations', 'dashboard'],
  conversation: ['deleted'],
  setting: ['updated'],
  permission: ['changed', 'token_created'],
} as const

export type AuditArea = keyof typeof AUDIT_ACTIONS

/** `area.action`, such as `widget.created`. */
export type AuditAction = {
  [Area in AuditArea]: `${Area}.${(typeof AUDIT_ACTIONS)[Area][number]}`
}[AuditArea]

export const AUDIT_AREAS = Object.keys(AUDIT_ACTIONS) as AuditArea[]
