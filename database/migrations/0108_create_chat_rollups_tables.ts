import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** What a day's conversations come to, per widget and agent, and how far the days of a tenant are counted: all of it can be counted anew from the conversations. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('daily_figures'), (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable()
      table.string('day', 10).notNullable()
      table.integer('widget_id').unsigned().notNullable()
      table.integer('agent_id').unsigned().notNullable().defaultTo(0)
      table.integer('started').unsigned().notNullable()
      table.text('response_seconds', 'mediumtext').notNullable()
      table.text('resolution_seconds', 'mediumtext').notNullable()
      table.integer('rating_sum').unsigned().notNullable()
      table.integer('rating_count').unsigned().notNullable()

      table.unique(['tenant_id', 'day', 'widget_id', 'agent_id'], {
        indexName: 'chat_daily_figures_unique',
      })
    })

    this.schema.createTable(chatTable('rollups'), (table) => {
      table.increments('id')
      exact(table.string('tenant_id', 64)).notNullable().unique('chat_rollups_tenant_unique')
      table.string('time_zone', 64).notNullable()
      table.datetime('counted_at', { precision: 3 }).nullable()
      /** The last day whose counts stay, though its conversations may be gone. */
      table.string('kept_until', 10).nullable()
    })
  }

  async down() {
    for (const name of ['rollups', 'daily_figures']) {
      this.schema.dropTable(chatTable(name))
    }
  }
}
