import { BaseSchema } from '@adonisjs/lucid/schema'

/** Sessions that were issued before this moment, in milliseconds of the epoch, are over. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('users', (table) => {
      table.bigInteger('sessions_valid_after').notNullable().defaultTo(0)
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw('alter table users drop column sessions_valid_after')
  }
}
