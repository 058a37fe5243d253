import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const GIVEN = ['visitors', 'conversations']

/** Consent (W16): what a widget asks its visitors to agree to, and which version was given when. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(chatTable('widgets'), (table) => {
      table.text('consent_text').nullable()
      table.string('consent_link', 1024).nullable()
      table.string('consent_version', 40).notNullable().defaultTo('1')
    })
    for (const name of GIVEN) {
      this.schema.alterTable(chatTable(name), (table) => {
        table.string('consent_version', 40).nullable()
        table.datetime('consent_given_at', { precision: 3 }).nullable()
      })
    }
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    for (const name of GIVEN) {
      this.#drop(name, 'consent_version')
      this.#drop(name, 'consent_given_at')
    }
    for (const column of ['consent_text', 'consent_link', 'consent_version']) {
      this.#drop('widgets', column)
    }
  }

  #drop(name: string, column: string) {
    this.schema.raw(`alter table ${chatTable(name)} drop column ${column}`)
  }
}
