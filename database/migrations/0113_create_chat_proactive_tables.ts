import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Proactive messages (W15): the rules of each widget, and how often each was shown, dismissed and answered by day. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('proactive_rules'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('widget_id').unsigned().notNullable()
      table.string('name', 120).notNullable()
      table.boolean('is_active').notNullable()
      table.text('message').notNullable()
      table.string('sender_name', 120).nullable()
      table.string('language', 35).nullable()
      table.integer('delay_seconds').unsigned().notNullable()
      table.integer('seconds_on_page').unsigned().nullable()
      table.integer('scroll_percent').unsigned().nullable()
      table.integer('idle_seconds').unsigned().nullable()
      table.boolean('exit_intent').notNullable()
      table.string('page_pattern', 200).nullable()
      table.integer('min_visits').unsigned().nullable()
      table.string('trigger_name', 60).nullable()
      exact(table.string('user_created_id', 64)).nullable()
      exact(table.string('user_updated_id', 64)).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_proactive_rules_external' })
      table.index(['widget_id', 'id'], 'chat_proactive_rules_widget')
    })

    this.schema.createTable(chatTable('proactive_counts'), (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('rule_id').unsigned().notNullable()
      table.string('day', 10).notNullable()
      for (const count of ['shown', 'dismissed', 'answered']) {
        table.integer(count).unsigned().notNullable().defaultTo(0)
      }
      table.unique(['rule_id', 'day'], { indexName: 'chat_proactive_counts_day' })
    })
  }

  async down() {
    for (const name of ['proactive_counts', 'proactive_rules']) {
      this.schema.dropTable(chatTable(name))
    }
  }
}
