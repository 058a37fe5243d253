import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const VISITORS = chatTable('visitors')
const WIDGETS = chatTable('widgets')

/** The language that a visitor reads, and the one that a widget is shown in. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(VISITORS, (table) => {
      table.string('locale', 16).nullable()
    })
    this.schema.alterTable(WIDGETS, (table) => {
      table.string('language', 16).notNullable().defaultTo('auto')
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    for (const [table, column] of [
      [VISITORS, 'locale'],
      [WIDGETS, 'language'],
    ]) {
      this.schema.raw(`alter table ${table} drop column ${column}`)
    }
  }
}
