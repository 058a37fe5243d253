import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactColumns } from '#chat/models/exact_columns'

export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable('timeline_entries', (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable()
      exact(table.string('unique_key', 190)).notNullable()
      table.integer('person_id').unsigned().nullable().references('people.id').onDelete('SET NULL')
      table.integer('lead_id').unsigned().nullable().references('leads.id').onDelete('SET NULL')
      table.integer('actor_id').unsigned().nullable().references('users.id').onDelete('SET NULL')
      table.string('event', 60).notNullable()
      table.string('title', 255).notNullable()
      table.text('description').nullable()
      table.string('url', 500).nullable()
      /** By which way people and the company reached each other; null for what was done within the CRM. */
      table.string('channel', 32).nullable()
      table.string('direction', 8).nullable()
      table.dateTime('occurred_at').notNullable()
      table.unique(['tenant_id', 'unique_key'])
      table.index(['tenant_id', 'person_id', 'occurred_at'])
      table.index(['tenant_id', 'lead_id', 'occurred_at'])
    })
  }

  async down() {
    this.schema.dropTable('timeline_entries')
  }
}
