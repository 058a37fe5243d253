import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactTables } from '#chat/models/exact_tables'

const TABLES = [
  'agents',
  'audit_entries',
  'canned_responses',
  'conversations',
  'counters',
  'daily_figures',
  'departments',
  'due_actions',
  'labels',
  'messages',
  'rollups',
  'saved_views',
  'visitor_page_views',
  'visitors',
  'webhook_deliveries',
  'webhooks',
  'widgets',
]

/**
 * Tenants, ids, keys, tokens and hashes compare character by character on MySQL and MariaDB: tables from before
 * took `Default` and `DEFAULT` for one tenant. New tables are created so.
 */
export default class extends BaseSchema {
  async up() {
    const statements = await exactTables(TABLES.map(chatTable), this.db)
    for (const statement of statements) this.schema.raw(statement)
  }

  /** Nothing to take back: the tables are created like this. */
  async down() {}
}
