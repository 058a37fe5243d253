import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable('labels', (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table.string('name', 60).notNullable()
      table.string('colour', 9).notNullable()
      table.unique(['tenant_id', 'name'])
    })
  }

  async down() {
    this.schema.dropTable('labels')
  }
}
