import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable('people', (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table.string('first_name', 120).notNullable()
      table.string('last_name', 120).nullable()
      table.integer('owner_id').unsigned().nullable().references('users.id').onDelete('SET NULL')
      table.dateTime('created_at').notNullable()
      table.dateTime('updated_at').notNullable()
      table.index(['tenant_id', 'first_name', 'last_name'])
    })
  }

  async down() {
    this.schema.dropTable('people')
  }
}
