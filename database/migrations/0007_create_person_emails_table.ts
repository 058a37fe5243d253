import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

/** On MySQL, too, `jàne@…` is another person than `jane@…`: a similar address finds no one. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable('person_emails', (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table
        .integer('person_id')
        .unsigned()
        .notNullable()
        .references('people.id')
        .onDelete('CASCADE')
      table.string('address', 254).notNullable()
      const normalized = table.string('normalized', 254).notNullable()
      if (this.db.dialect.name === 'mysql') normalized.collate('utf8mb4_bin')
      table.string('type', 20).notNullable()
      table.boolean('is_primary').notNullable().defaultTo(false)
      table.boolean('subscribed').notNullable().defaultTo(false)
      table.dateTime('created_at').notNullable()
      table.dateTime('updated_at').notNullable()
      table.index(['tenant_id', 'normalized'])
      table.unique(['person_id', 'normalized'])
    })
  }

  async down() {
    this.schema.dropTable('person_emails')
  }
}
