import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

/** The one-time link by which the first account of an empty CRM is made. */
export default class extends BaseSchema {
  protected tableName = 'first_links'

  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(this.tableName, (table) => {
      exact(table.string('token_hash', 64)).primary()
      table.bigInteger('expires_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable(this.tableName)
  }
}
