import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'
import { emailKey, phoneKey } from '#chat/models/contact_keys'

const VISITORS = chatTable('visitors')
const AT_A_TIME = 1000

/** What a search for a whole email address or phone number looks visitors up by. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.alterTable(VISITORS, (table) => {
      exact(table.string('email_key', 254)).nullable()
      exact(table.string('phone_key', 8)).nullable()
    })
    this.defer(() => this.#fill())
    this.schema.alterTable(VISITORS, (table) => {
      table.index(['tenant_id', 'email_key'], 'chat_visitors_email_index')
      table.index(['tenant_id', 'phone_key'], 'chat_visitors_phone_index')
    })
  }

  async down() {
    this.schema.alterTable(VISITORS, (table) => {
      table.dropIndex([], 'chat_visitors_phone_index')
      table.dropIndex([], 'chat_visitors_email_index')
    })
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    for (const column of ['email_key', 'phone_key']) {
      this.schema.raw(`alter table ${VISITORS} drop column ${column}`)
    }
  }

  /** The keys of those who are known by then: computed here, as no database folds text like another. */
  async #fill() {
    for (let last = 0; ;) {
      const rows = await this.db
        .from(VISITORS)
        .where('id', '>', last)
        .where((known) => known.whereNotNull('email').orWhereNotNull('phone'))
        .orderBy('id')
        .limit(AT_A_TIME)
        .select('id', 'email', 'phone')
      if (rows.length === 0) return
      for (const { id, email, phone } of rows) {
        const keys = { email_key: emailKey(email), phone_key: phoneKey(phone) }
        await this.db.from(VISITORS).where('id', id).update(keys)
      }
      last = rows.at(-1).id
    }
  }
}
