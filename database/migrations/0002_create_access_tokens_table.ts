import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable('auth_access_tokens', (table) => {
      table.increments('id')
      table
        .integer('tokenable_id')
        .unsigned()
        .notNullable()
        .references('users.id')
        .onDelete('CASCADE')
      table.string('type').notNullable()
      table.string('name').nullable()
      exact(table.string('hash')).notNullable()
      table.text('abilities').notNullable()
      table.dateTime('created_at').nullable()
      table.dateTime('updated_at').nullable()
      table.dateTime('last_used_at').nullable()
      table.dateTime('expires_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('auth_access_tokens')
  }
}
