import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable('counters', (table) => {
      exact(table.string('tenant_id', 64)).notNullable()
      exact(table.string('name', 64)).notNullable()
      table.integer('value').unsigned().notNullable()
      table.primary(['tenant_id', 'name'])
    })
  }

  async down() {
    this.schema.dropTable('counters')
  }
}
