import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

/** What admins see of work that runs later: rows by tenant, cancelled erasures, open streams by process. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(chatTable('due_actions'), (table) => {
      table.index(['tenant_id', 'kind', 'due_at'], 'chat_due_actions_tenant')
    })
    this.schema.alterTable(chatTable('erasures'), (table) => {
      table.datetime('cancelled_at', { precision: 3 }).nullable()
    })
    this.schema.alterTable(chatTable('processes'), (table) => {
      table.integer('streams').unsigned().notNullable().defaultTo(0)
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${chatTable('processes')} drop column streams`)
    this.schema.raw(`alter table ${chatTable('erasures')} drop column cancelled_at`)
    this.schema.alterTable(chatTable('due_actions'), (table) => {
      table.dropIndex([], 'chat_due_actions_tenant')
    })
  }
}
