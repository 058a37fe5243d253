import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whether employees see every chat, or those of their widgets and departments and their own alone. */
export default class extends BaseSchema {
  protected tableName = 'settings'

  async up() {
    this.schema.alterTable(this.tableName, (table) => {
      table.boolean('employees_see_all_chats').notNullable().defaultTo(true)
    })
  }

  async down() {
    this.schema.alterTable(this.tableName, (table) => {
      table.dropColumn('employees_see_all_chats')
    })
  }
}
