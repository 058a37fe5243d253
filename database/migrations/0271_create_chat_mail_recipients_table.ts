import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Who each email about a conversation goes to, and by what its answer is known. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('mail_recipients'), (table) => {
      table.bigIncrements('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('conversation_id').unsigned().notNullable()
      exact(table.string('message_id', 255)).notNullable()
      table.string('role', 16).notNullable()
      exact(table.string('email', 254)).notNullable()
      table.integer('agent_id').unsigned().nullable()
      exact(table.string('token_hash', 64)).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['message_id'], { indexName: 'chat_mail_recipients_message' })
      table.unique(['token_hash'], { indexName: 'chat_mail_recipients_token' })
      table.index(['conversation_id'], 'chat_mail_recipients_conversation')
    })
  }

  async down() {
    this.schema.dropTable(chatTable('mail_recipients'))
  }
}
