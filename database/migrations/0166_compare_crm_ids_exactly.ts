import { BaseSchema } from '@adonisjs/lucid/schema'
import { exactTables } from '#chat/models/exact_tables'

const TABLES = [
  'auth_access_tokens',
  'counters',
  'first_links',
  'labels',
  'leads',
  'modules',
  'people',
  'person_emails',
  'person_phones',
  'pipeline_stages',
  'settings',
  'timeline_entries',
  'users',
]

/** As in the tables of the chat: on MySQL and MariaDB, too, tenants that differ in one letter's case are two. */
export default class extends BaseSchema {
  async up() {
    for (const statement of await exactTables(TABLES, this.db)) this.schema.raw(statement)
  }

  /** Nothing to take back: the tables are created like this. */
  async down() {}
}
