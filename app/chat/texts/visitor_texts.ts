/** What answers to programs say stays English, as their names and codes are. */
export const ENGLISH_ONLY = ['api_input'] as const

/** The texts that visitors read, by how their keys begin: every language has these. */
export const VISITOR_TEXTS = [
  'launcher',
  'widget',
  'mails.reply',
  'mails.transcript',
  'mails.stop',
  'mails.link',
  'fields.defaults',
  'system_lines.joined',
  'system_lines.resolved',
  'system_lines.closed',
  'system_lines.reopened',
  'system_lines.reopened_by',
  'system_lines.missed',
  'system_lines.resolved_unanswered',
  'errors.files',
  'errors.widget_not_found',
  'errors.origin_not_allowed',
  'errors.visitor_unknown',
  'errors.link_expired',
  'errors.conversation_not_found',
  'errors.conversation_ended',
  'errors.message_empty',
  'errors.message_too_long',
  'errors.too_many_from_address',
  'errors.not_ended',
  'errors.rating_final',
  'errors.too_many_streams',
  'errors.shutting_down',
  'validation.required',
  'validation.text',
  'validation.number',
  'validation.email',
  'validation.format',
  'validation.too_long',
  'validation.range',
  'validation.whole',
  'validation.fields.form',
  'validation.fields.name',
  'validation.fields.email',
  'validation.fields.phone',
  'validation.fields.message',
  'validation.fields.rating',
  'validation.fields.comment',
  'validation.contact',
] as const

/** Whether a text is one of these, or in one of these groups. */
export const isAmong = (keys: readonly string[], key: string) =>
  keys.some((group) => key === group || key.startsWith(`${group}.`))
