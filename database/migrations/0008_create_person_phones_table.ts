import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable('person_phones', (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table
        .integer('person_id')
        .unsigned()
        .notNullable()
        .references('people.id')
        .onDelete('CASCADE')
      table.string('number', 40).notNullable()
      table.string('type', 20).notNullable()
      table.boolean('is_primary').notNullable().defaultTo(false)
      table.dateTime('created_at').notNullable()
      table.dateTime('updated_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('person_phones')
  }
}
