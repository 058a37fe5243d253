import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

/** Whether the module is on, for hosts without a page of modules. */
export default class extends BaseSchema {
  protected tableName = chatTable('settings')

  async up() {
    this.schema.alterTable(this.tableName, (table) => {
      table.boolean('is_enabled').notNullable().defaultTo(true)
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${this.tableName} drop column is_enabled`)
  }
}
