import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const CONVERSATIONS = chatTable('conversations')

/** Which agent the visitor was told about; until now every assignment told them. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(CONVERSATIONS, (table) => {
      table.integer('joined_agent_id').unsigned().nullable()
    })
    this.schema.raw(`update ${CONVERSATIONS} set joined_agent_id = agent_id`)
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${CONVERSATIONS} drop column joined_agent_id`)
  }
}
