import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Files that visitors and agents send (W19). */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('attachments'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('conversation_id').unsigned().nullable()
      table.integer('message_id').unsigned().nullable()
      table.string('uploader_type', 16).notNullable()
      table.integer('uploader_id').unsigned().notNullable()
      exact(table.string('upload_id', 36)).notNullable()
      table.string('name', 255).notNullable()
      table.string('media_type', 100).notNullable()
      table.integer('size').unsigned().notNullable()
      table.integer('width').unsigned().nullable()
      table.integer('height').unsigned().nullable()
      table.boolean('has_preview').notNullable().defaultTo(false)
      table.string('visibility', 16).nullable()
      table.datetime('kept_at', { precision: 3 }).nullable()
      table.datetime('removed_at', { precision: 3 }).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_attachments_external' })
      table.unique(['uploader_type', 'uploader_id', 'upload_id'], {
        indexName: 'chat_attachments_once',
      })
      table.index(['conversation_id'], 'chat_attachments_conversation')
    })
  }

  async down() {
    this.schema.dropTable(chatTable('attachments'))
  }
}
