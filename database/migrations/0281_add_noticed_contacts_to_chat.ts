import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

/** Contact details that visitors write in their messages (V7), and whether they are saved or offered to the agent. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(chatTable('visitors'), (table) => {
      table.text('noticed').nullable()
    })
    this.schema.alterTable(chatTable('widgets'), (table) => {
      table.boolean('merge_contacts').notNullable().defaultTo(false)
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${chatTable('widgets')} drop column merge_contacts`)
    this.schema.raw(`alter table ${chatTable('visitors')} drop column noticed`)
  }
}
