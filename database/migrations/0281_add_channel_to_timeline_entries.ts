import { BaseSchema } from '@adonisjs/lucid/schema'

/** By which way people and the company reached each other; null for what was done within the CRM. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('timeline_entries', (table) => {
      table.string('channel', 32).nullable()
      table.string('direction', 8).nullable()
    })
    this.defer(async (db) => {
      await db.from('timeline_entries').where('event', 'like', 'chat.%').update({ channel: 'chat' })
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw('alter table timeline_entries drop column direction')
    this.schema.raw('alter table timeline_entries drop column channel')
  }
}
