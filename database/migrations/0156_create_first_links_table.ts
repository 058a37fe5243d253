import { BaseSchema } from '@adonisjs/lucid/schema'

/** The one-time link by which the first account of an empty CRM is made. */
export default class extends BaseSchema {
  protected tableName = 'first_links'

  async up() {
    this.schema.createTable(this.tableName, (table) => {
      table.string('token_hash', 64).primary()
      table.bigInteger('expires_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable(this.tableName)
  }
}
