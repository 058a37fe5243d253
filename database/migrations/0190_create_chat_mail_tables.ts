import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Emails to visitors (N1): what was sent, who wants none, and the links by which a conversation opens elsewhere. */
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

    this.schema.alterTable(chatTable('conversations'), (table) => {
      table
        .datetime('mail_due_at', { precision: 3 })
        .nullable()
        .index('chat_conversations_mail_due')
    })
    this.schema.alterTable(chatTable('widgets'), (table) => {
      table.boolean('mail_replies').notNullable().defaultTo(true)
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${chatTable('widgets')} drop column mail_replies`)
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.dropIndex([], 'chat_conversations_mail_due')
    })
    this.schema.raw(`alter table ${chatTable('conversations')} drop column mail_due_at`)
    for (const name of ['kept_mails', 'direct_links', 'mail_stops', 'sent_mails']) {
      this.schema.dropTable(chatTable(name))
    }
  }
}
