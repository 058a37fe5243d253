import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const [AGENTS, CONVERSATIONS] = [chatTable('agents'), chatTable('conversations')]

/** Who has passed a conversation on to a department; and archived conversations take no place any more. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(CONVERSATIONS, (table) => {
      table.integer('passed_on_by_id').unsigned().nullable()
    })
    this.#recount("folder = 'open'")
  }

  async down() {
    this.schema.raw(`alter table ${CONVERSATIONS} drop column passed_on_by_id`)
    this.#recount("status in ('pending', 'active', 'waiting')")
  }

  #recount(takesPlace: string) {
    this.schema.raw(
      `update ${AGENTS} set current_chats_count = (select count(*) from ${CONVERSATIONS} ` +
        `where ${CONVERSATIONS}.agent_id = ${AGENTS}.id and ${takesPlace})`
    )
  }
}
