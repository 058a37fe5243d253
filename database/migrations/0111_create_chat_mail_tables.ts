import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** What a database calls a column for a whole email. */
const BYTES: Record<string, string> = { mysql: 'longblob', postgres: 'bytea' }

/** Emails about conversations (N1): what was sent, who wants none, the links by which a conversation opens elsewhere, and the answers that came by email. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('sent_mails'), (table) => {
      table.bigIncrements('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('conversation_id').unsigned().notNullable()
      exact(table.string('message_id', 255)).notNullable()
      /** The last message that it tells the visitor about. */
      table.integer('up_to_seq').unsigned().notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['message_id'], { indexName: 'chat_sent_mails_message' })
      table.index(['conversation_id', 'id'], 'chat_sent_mails_conversation')
    })

    this.schema.createTable(chatTable('mail_stops'), (table) => {
      table.bigIncrements('id')
      exact(table.string('tenant_id', 64)).notNullable()
      exact(table.string('email', 254)).notNullable()
      table.string('reason', 16).notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['tenant_id', 'email'], { indexName: 'chat_mail_stops_address' })
    })

    this.schema.createTable(chatTable('direct_links'), (table) => {
      table.bigIncrements('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('widget_id').unsigned().notNullable()
      table.integer('visitor_id').unsigned().notNullable()
      table.integer('conversation_id').unsigned().notNullable()
      exact(table.string('email', 254)).notNullable()
      exact(table.string('token_hash', 64)).notNullable()
      exact(table.string('session_hash', 64)).notNullable()
      table.datetime('expires_at', { precision: 3 }).notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['token_hash'], { indexName: 'chat_direct_links_token' })
      table.unique(['session_hash'], { indexName: 'chat_direct_links_session' })
      table.index(['conversation_id'], 'chat_direct_links_conversation')
    })

    /** The outbox of an installation without a mail server: what it would have sent, for its admins to read. */
    this.schema.createTable(chatTable('kept_mails'), (table) => {
      table.bigIncrements('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      exact(table.string('message_id', 255)).notNullable()
      table.string('recipient', 255).notNullable()
      table.string('sender', 255).notNullable()
      table.string('subject', 255).notNullable()
      table.text('html', 'mediumtext').notNullable()
      table.text('text', 'mediumtext').notNullable()
      table.text('headers').notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_kept_mails_external' })
      table.unique(['message_id'], { indexName: 'chat_kept_mails_message' })
      table.index(['tenant_id', 'id'], 'chat_kept_mails_tenant')
    })

    /** Who each email goes to, and by what its answer is known. */
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

    /** The originals of emails that became messages. */
    this.schema.createTable(chatTable('received_mails'), (table) => {
      table.bigIncrements('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('conversation_id').unsigned().notNullable()
      exact(table.string('once_hash', 64)).notNullable()
      table.string('from_address', 254).notNullable()
      table.string('from_name', 255).notNullable()
      table.string('subject', 255).notNullable()
      table.integer('size').unsigned().notNullable()
      table.specificType('raw', BYTES[this.db.dialect.name] ?? 'blob').notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_received_mails_external' })
      table.unique(['once_hash'], { indexName: 'chat_received_mails_once' })
      table.index(['conversation_id'], 'chat_received_mails_conversation')
    })
  }

  async down() {
    for (const name of [
      'received_mails',
      'mail_recipients',
      'kept_mails',
      'direct_links',
      'mail_stops',
      'sent_mails',
    ]) {
      this.schema.dropTable(chatTable(name))
    }
  }
}
