import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

/** Addresses are kept in lower case and compared as they are: an accent is another address, on MySQL too. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable('users', (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable().defaultTo('default')
      table.string('full_name', 190).notNullable()
      const email = table.string('email', 190).notNullable().unique()
      if (this.db.dialect.name === 'mysql') email.collate('utf8mb4_bin')
      table.string('password', 255).notNullable()
      table.string('role', 20).notNullable()
      table.boolean('is_active').notNullable().defaultTo(true)
      /** Sessions that were issued before this moment, in milliseconds of the epoch, are over. */
      table.bigInteger('sessions_valid_after').notNullable().defaultTo(0)
      table.dateTime('created_at').notNullable()
      table.dateTime('updated_at').notNullable()
      table.index(['tenant_id', 'full_name'])
    })
  }

  async down() {
    this.schema.dropTable('users')
  }
}
