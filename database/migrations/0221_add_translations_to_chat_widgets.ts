import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const WIDGETS = chatTable('widgets')

/** A widget's texts for visitors in other languages. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(WIDGETS, (table) => {
      table.text('translations').nullable()
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${WIDGETS} drop column translations`)
  }
}
