import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** The processes that serve right now; times are milliseconds of the epoch by the database's clock. */
export default class extends BaseSchema {
  protected tableName = chatTable('processes')

  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(this.tableName, (table) => {
      exact(table.string('id', 36)).primary()
      table.string('name', 190).notNullable()
      table.boolean('has_bus').notNullable()
      table.bigInteger('started_at').notNullable()
      table.bigInteger('seen_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable(this.tableName)
  }
}
