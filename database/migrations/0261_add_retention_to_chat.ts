import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

/** Conversations that are deleted by age: for how long each widget keeps them, and what finds the oldest. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(chatTable('widgets'), (table) => {
      table.integer('retention_days').unsigned().nullable()
    })
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.index(['widget_id', 'status', 'closed_at', 'resolved_at'], 'chat_conversations_ended')
    })
    this.schema.alterTable(chatTable('rollups'), (table) => {
      /** The last day whose counts stay, though its conversations may be gone. */
      table.string('kept_until', 10).nullable()
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${chatTable('rollups')} drop column kept_until`)
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.dropIndex([], 'chat_conversations_ended')
    })
    this.schema.raw(`alter table ${chatTable('widgets')} drop column retention_days`)
  }
}
