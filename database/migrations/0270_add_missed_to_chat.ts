import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Conversations that no agent has answered in time (N4): when that is, and who gets an email then. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.alterTable(chatTable('widgets'), (table) => {
      table.integer('missed_after_minutes').unsigned().nullable().defaultTo(5)
      exact(table.string('team_email', 254)).nullable()
    })
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table
        .datetime('missed_due_at', { precision: 3 })
        .nullable()
        .index('chat_conversations_missed_due')
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.dropIndex([], 'chat_conversations_missed_due')
    })
    this.schema.raw(`alter table ${chatTable('conversations')} drop column missed_due_at`)
    for (const column of ['team_email', 'missed_after_minutes']) {
      this.schema.raw(`alter table ${chatTable('widgets')} drop column ${column}`)
    }
  }
}
