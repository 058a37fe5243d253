import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const VISITORS = chatTable('visitors')

/** Which agent entered a visitor's name, email or phone, and what the visitor had said of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(VISITORS, (table) => {
      table.text('contact_sources').nullable()
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${VISITORS} drop column contact_sources`)
  }
}
