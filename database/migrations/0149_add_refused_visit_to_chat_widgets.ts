import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const WIDGETS = chatTable('widgets')

/** Which website without permission loaded a widget last, and when, so that its admin can allow it. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(WIDGETS, (table) => {
      table.datetime('refused_at', { precision: 3 }).nullable()
      table.string('refused_origin', 255).nullable()
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${WIDGETS} drop column refused_at`)
    this.schema.raw(`alter table ${WIDGETS} drop column refused_origin`)
  }
}
