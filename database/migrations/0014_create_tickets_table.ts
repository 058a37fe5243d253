import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable('tickets', (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('number').unsigned().notNullable()
      table.string('title', 190).notNullable()
      table.text('description').nullable()
      table.string('status', 16).notNullable()
      table.integer('person_id').unsigned().nullable().references('people.id').onDelete('SET NULL')
      table.integer('owner_id').unsigned().nullable().references('users.id').onDelete('SET NULL')
      table.dateTime('created_at').notNullable()
      table.dateTime('updated_at').notNullable()
      table.unique(['tenant_id', 'number'])
      table.index(['tenant_id', 'status', 'number'])
    })
  }

  async down() {
    this.schema.dropTable('tickets')
  }
}
