import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const [AGENTS, CONVERSATIONS] = [chatTable('agents'), chatTable('conversations')]

/** How many of an agent's conversations await the visitor, and whether those count towards the maximum. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(AGENTS, (table) => {
      table.integer('awaiting_chats_count').notNullable().defaultTo(0)
      table.boolean('awaiting_visitor_counts').notNullable().defaultTo(true)
    })
    this.schema.raw(
      `update ${AGENTS} set awaiting_chats_count = (select count(*) from ${CONVERSATIONS} ` +
        `where ${CONVERSATIONS}.agent_id = ${AGENTS}.id ` +
        `and ${CONVERSATIONS}.folder = 'open' and ${CONVERSATIONS}.status = 'waiting')`
    )
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${AGENTS} drop column awaiting_visitor_counts`)
    this.schema.raw(`alter table ${AGENTS} drop column awaiting_chats_count`)
  }
}
