import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const WIDGETS = chatTable('widgets')

/** When and on which website a widget was loaded for the first time; those with conversations have been. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(WIDGETS, (table) => {
      table.datetime('first_seen_at', { precision: 3 }).nullable()
      table.string('first_seen_origin', 255).nullable()
    })
    this.schema.raw(
      `update ${WIDGETS} set first_seen_at = created_at
        where id in (select widget_id from ${chatTable('conversations')})`
    )
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${WIDGETS} drop column first_seen_at`)
    this.schema.raw(`alter table ${WIDGETS} drop column first_seen_origin`)
  }
}
