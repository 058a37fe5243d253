import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** The last number given per tenant; its row is the lock that keeps numbers unique (C1). */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('counters'), (table) => {
      exact(table.string('tenant_id', 64)).notNullable()
      exact(table.string('name', 32)).notNullable()
      table.integer('value').unsigned().notNullable()
      table.primary(['tenant_id', 'name'])
    })
  }

  async down() {
    this.schema.dropTable(chatTable('counters'))
  }
}
