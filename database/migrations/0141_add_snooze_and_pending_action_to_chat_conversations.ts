import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'

const CONVERSATIONS = chatTable('conversations')
const LABELLED = chatTable('conversation_labels')
const COLUMNS = ['snoozed_until', 'pending_action', 'pending_until', 'pending_by_id']

/** Conversations that come back at a chosen time, and those with an action that can be undone still. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable(CONVERSATIONS, (table) => {
      table.datetime('snoozed_until', { precision: 3 }).nullable()
      table.string('pending_action', 16).nullable()
      table.datetime('pending_until', { precision: 3 }).nullable()
      table.integer('pending_by_id').unsigned().nullable()
    })
  }

  async down() {
    this.schema.raw(`update ${CONVERSATIONS} set folder = 'open' where folder = 'snoozed'`)
    this.schema.raw(`update ${LABELLED} set in_folder = 'open' where in_folder = 'snoozed'`)
    for (const column of COLUMNS) {
      this.schema.raw(`alter table ${CONVERSATIONS} drop column ${column}`)
    }
  }
}
