import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable('settings', (table) => {
      exact(table.string('tenant_id', 64)).primary()
      table.string('company_name', 120).notNullable()
      table.string('currency', 3).notNullable()
      table.string('time_zone', 64).notNullable()
      /** Otherwise they see those of their widgets and departments and their own alone. */
      table.boolean('employees_see_all_chats').notNullable().defaultTo(true)
      table.dateTime('created_at').notNullable()
      table.dateTime('updated_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('settings')
  }
}
