import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

/** What happens to conversations whose visitor does not answer (N5). */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(chatTable('widgets'), (table) => {
      table.integer('follow_up_after_hours').unsigned().nullable()
      table.text('follow_up_text').nullable()
      table.integer('resolve_after_hours').unsigned().nullable()
    })
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.boolean('is_followed_up').notNullable().defaultTo(true)
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${chatTable('conversations')} drop column is_followed_up`)
    for (const column of ['resolve_after_hours', 'follow_up_text', 'follow_up_after_hours']) {
      this.schema.raw(`alter table ${chatTable('widgets')} drop column ${column}`)
    }
  }
}
