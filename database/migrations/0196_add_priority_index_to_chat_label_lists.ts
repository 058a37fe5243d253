import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const LINKS = chatTable('conversation_labels')
const INDEX = 'chat_label_lists_priority_index'

/** A label's list of one priority: without it, a priority that the label never meets is looked for in the whole list. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(LINKS, (table) => {
      const order = ['label_id', 'in_folder', 'in_priority', 'sorted_at', 'conversation_id']
      table.index([...order, 'in_status', 'in_agent_id', 'in_widget_id'], INDEX)
    })
  }

  async down() {
    this.schema.alterTable(LINKS, (table) => table.dropIndex([], INDEX))
  }
}
