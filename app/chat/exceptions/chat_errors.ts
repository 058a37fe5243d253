/** Every expected failure of the chat, by area. */

export * from '#chat/exceptions/access_errors'
export * from '#chat/exceptions/widget_errors'
export * from '#chat/exceptions/identity_errors'
export * from '#chat/exceptions/conversation_errors'
export * from '#chat/exceptions/message_errors'
export * from '#chat/exceptions/mail_errors'
export * from '#chat/exceptions/file_errors'
export * from '#chat/exceptions/team_errors'
export * from '#chat/exceptions/crm_errors'
export * from '#chat/exceptions/webhook_errors'
export * from '#chat/exceptions/work_errors'
