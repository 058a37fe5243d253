import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const LINKS = chatTable('conversation_labels')
const NARROW_INDEX = 'chat_conversation_labels_list_index'
const WIDE_INDEX = 'chat_label_lists_index'
const LIST = ['label_id', 'in_folder', 'sorted_at', 'conversation_id']
const NARROWED_BY = ['status', 'agent_id', 'widget_id', 'priority']

/**
 * A label's list keeps all that it can be narrowed to besides its folder and order (I2): what finds
 * nothing then looks through one index, instead of at every conversation that carries the label.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(LINKS, (table) => {
      table.string('in_status', 16).nullable()
      table.integer('in_agent_id').unsigned().nullable()
      table.integer('in_widget_id').unsigned().nullable()
      table.string('in_priority', 8).nullable()
      table.index([...LIST, ...NARROWED_BY.map((column) => `in_${column}`)], WIDE_INDEX)
      table.dropIndex([], NARROW_INDEX)
    })
    const copies = NARROWED_BY.map(
      (column) => `in_${column} = (select ${column} from ${chatTable('conversations')}
        where id = ${LINKS}.conversation_id)`
    )
    this.schema.raw(`update ${LINKS} set ${copies.join(', ')}`)
  }

  async down() {
    this.schema.alterTable(LINKS, (table) => {
      table.index(LIST, NARROW_INDEX)
      table.dropIndex([], WIDE_INDEX)
    })
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    for (const column of NARROWED_BY) {
      this.schema.raw(`alter table ${LINKS} drop column in_${column}`)
    }
  }
}
