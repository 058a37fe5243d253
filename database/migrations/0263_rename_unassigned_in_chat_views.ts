import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const VIEWS = chatTable('saved_views')

/** The value of a saved view's filter for conversations without an agent. */
export default class extends BaseSchema {
  async up() {
    this.#replace('"agent":"nobody"', '"agent":"unassigned"')
  }

  async down() {
    this.#replace('"agent":"unassigned"', '"agent":"nobody"')
  }

  #replace(before: string, after: string) {
    this.defer((db) =>
      db.rawQuery(`update ${VIEWS} set filters = replace(filters, ?, ?)`, [before, after]).exec()
    )
  }
}
