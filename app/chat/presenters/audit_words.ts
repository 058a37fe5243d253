import type { AuditAction, AuditArea } from '#chat/services/audit/audit_actions'

/** What the audit log calls its parts. */
export const AREA_WORDS: Record<AuditArea, string> = {
  module: 'Live Chat on and off',
  widget: 'Widgets',
  agent: 'Agents',
  department: 'Departments',
  label: 'Labels',
  canned_response: 'Canned responses',
  webhook: 'Webhooks',
  export: 'Exports',
  conversation: 'Deleted conversations',
  setting: 'Settings',
  permission: 'Access',
}

/** What was done, as it follows a person's name. */
export const ACTION_WORDS: Record<AuditAction, string> = {
  'module.enabled': 'turned Live Chat on',
  'module.disabled': 'turned Live Chat off',
  'widget.created': 'created the widget',
  'widget.updated': 'changed the widget',
  'widget.activated': 'activated the widget',
  'widget.deactivated': 'deactivated the widget',
  'widget.key_regenerated': 'regenerated the key of the widget',
  'widget.deleted': 'deleted the widget',
  'agent.added': 'added the agent',
  'agent.updated': 'changed the agent',
  'agent.removed': 'removed the agent',
  'department.created': 'created the department',
  'department.renamed': 'renamed the department to',
  'department.deleted': 'deleted the department',
  'label.created': 'created the label',
  'label.updated': 'changed the label',
  'label.deleted': 'deleted the label',
  'canned_response.created': 'created the canned response',
  'canned_response.updated': 'changed the canned response',
  'canned_response.deleted': 'deleted the canned response',
  'webhook.created': 'created the webhook',
  'webhook.updated': 'changed the webhook',
  'webhook.secret_rotated': 'replaced the secret of the webhook',
  'webhook.deleted': 'deleted the webhook',
  'export.conversations': 'exported conversations, filter',
  'export.dashboard': 'exported the dashboard',
  'conversation.deleted': 'deleted the conversation',
  'setting.updated': 'changed the settings',
  'permission.changed': 'changed the access of',
  'permission.token_created': 'created an API token for',
}

/** `maxConcurrentChats` as people write it: `max concurrent chats`. */
export const attributeInWords = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
