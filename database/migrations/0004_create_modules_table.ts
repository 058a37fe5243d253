import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable('modules', (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable()
      exact(table.string('module_id', 64)).notNullable()
      table.boolean('enabled').notNullable()
      table.dateTime('created_at').notNullable()
      table.dateTime('updated_at').notNullable()
      table.unique(['tenant_id', 'module_id'])
    })
  }

  async down() {
    this.schema.dropTable('modules')
  }
}
