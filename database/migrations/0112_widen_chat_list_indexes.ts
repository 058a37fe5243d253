import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

/** What the inbox's lists are narrowed to, each by an index of its own. */
const NARROWED_BY = ['status', 'agent_id', 'widget_id', 'priority']

/**
 * Lists under several filters, at any size and depth (I2): the index of each filter now holds the other
 * filters' columns, too. Only an index that answers the whole question MariaDB enters at a page's
 * cursor; otherwise it walks there from the top, row by row.
 */
export default class extends BaseSchema {
  async up() {
    this.#replace((column) => NARROWED_BY.filter((other) => other !== column))
  }

  async down() {
    this.#replace(() => [])
  }

  #replace(heldBy: (column: string) => string[]) {
    this.schema.alterTable(chatTable('conversations'), (table) => {
      for (const column of NARROWED_BY) {
        const index = `chat_conversations_${column.replace('_id', '')}_index`
        const list = ['tenant_id', 'folder', column, 'last_message_at', 'id']
        table.dropIndex([], index)
        table.index([...list, ...heldBy(column)], index)
      }
    })
  }
}
