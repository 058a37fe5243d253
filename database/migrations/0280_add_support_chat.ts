import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

const WIDGETS = chatTable('widgets')
const SESSIONS = chatTable('visitor_sessions')

/** The support chat of the host's own pages (SO1–SO3): its widget, and the browsers of the host's users. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.alterTable(WIDGETS, (table) => {
      /** The tenant, on the widget of the support chat: there is one at most. */
      exact(table.string('support_key', 64)).nullable()
      table.unique(['support_key'], { indexName: 'chat_widgets_support' })
    })
    this.schema.alterTable(SESSIONS, (table) => {
      exact(table.string('host_user_id', 64)).nullable()
      table.index(['host_user_id'], 'chat_visitor_sessions_host_user')
    })
    this.schema.alterTable(chatTable('conversations'), (table) => {
      table.string('channel', 16).notNullable().defaultTo('web')
    })
  }

  async down() {
    // Knex would copy the whole table on SQLite, which has long been able to drop a column itself
    this.schema.raw(`alter table ${chatTable('conversations')} drop column channel`)
    this.schema.alterTable(SESSIONS, (table) => {
      table.dropIndex([], 'chat_visitor_sessions_host_user')
    })
    this.schema.raw(`alter table ${SESSIONS} drop column host_user_id`)
    this.schema.alterTable(WIDGETS, (table) => {
      table.dropUnique([], 'chat_widgets_support')
    })
    this.schema.raw(`alter table ${WIDGETS} drop column support_key`)
  }
}
