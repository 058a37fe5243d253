import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Notifications to agents (N2, N3): what they are about, how each agent wants them, and the browsers that get pushes. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('notifications'), (table) => {
      table.bigIncrements('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('agent_id').unsigned().notNullable()
      table.integer('conversation_id').unsigned().notNullable()
      table.string('kind', 16).notNullable()
      /** Kind, agent and conversation while it is unread: what follows until then is counted in this row. */
      exact(table.string('open_key', 64)).nullable()
      table.integer('by_agent_id').unsigned().nullable()
      /** The note of a transfer. */
      table.bigInteger('message_id').unsigned().nullable()
      table.integer('count').unsigned().notNullable()
      table.boolean('is_listed').notNullable()
      table.integer('alerted_seq').unsigned().notNullable().defaultTo(0)
      table.datetime('alerted_at', { precision: 3 }).nullable()
      table.datetime('mailed_at', { precision: 3 }).nullable()
      table.datetime('read_at', { precision: 3 }).nullable()
      table.datetime('occurred_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_notifications_external' })
      table.unique(['open_key'], { indexName: 'chat_notifications_open' })
      table.index(['agent_id', 'occurred_at'], 'chat_notifications_newest')
      table.index(['agent_id', 'read_at'], 'chat_notifications_unread')
      table.index(['conversation_id'], 'chat_notifications_conversation')
      table.index(['occurred_at'], 'chat_notifications_age')
    })

    this.schema.createTable(chatTable('notification_settings'), (table) => {
      table.integer('agent_id').unsigned().notNullable().primary()
      table.text('channels').notNullable()
      table.boolean('is_quiet').notNullable()
      table.string('quiet_from', 5).notNullable()
      table.string('quiet_until', 5).notNullable()
      table.string('time_zone', 64).notNullable()
      table.string('locale', 8).nullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()
    })

    this.schema.createTable(chatTable('notification_mutes'), (table) => {
      table.integer('agent_id').unsigned().notNullable()
      table.integer('conversation_id').unsigned().notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.primary(['agent_id', 'conversation_id'])
      table.index(['conversation_id'], 'chat_notification_mutes_conversation')
    })

    /** The conversations that agents have on their screens, by the tab that says so. */
    this.schema.createTable(chatTable('agent_looks'), (table) => {
      table.integer('agent_id').unsigned().notNullable()
      exact(table.string('tab', 36)).notNullable()
      table.integer('conversation_id').unsigned().notNullable()
      table.datetime('looks_until', { precision: 3 }).notNullable()
      table.primary(['agent_id', 'tab'])
      table.index(['conversation_id'], 'chat_agent_looks_conversation')
    })

    this.schema.createTable(chatTable('push_subscriptions'), (table) => {
      table.bigIncrements('id')
      exact(table.string('external_id', 36)).notNullable()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('agent_id').unsigned().notNullable()
      table.string('endpoint', 1024).notNullable()
      exact(table.string('endpoint_hash', 64)).notNullable()
      exact(table.string('browser_key', 128)).notNullable()
      table.text('secret').notNullable()
      table.string('locale', 8).nullable()
      table.string('user_agent', 255).nullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.unique(['external_id'], { indexName: 'chat_push_subscriptions_external' })
      table.unique(['endpoint_hash'], { indexName: 'chat_push_subscriptions_endpoint' })
      table.index(['agent_id'], 'chat_push_subscriptions_agent')
    })

    /** The keys with which pushes are signed; the private one is encrypted with the application's key. */
    this.schema.createTable(chatTable('push_keys'), (table) => {
      exact(table.string('tenant_id', 64)).notNullable().primary()
      exact(table.string('public_key', 128)).notNullable()
      exact(table.text('private_key')).notNullable()
      table.datetime('created_at', { precision: 3 }).notNullable()
    })
  }

  async down() {
    for (const name of [
      'push_keys',
      'push_subscriptions',
      'agent_looks',
      'notification_mutes',
      'notification_settings',
      'notifications',
    ]) {
      this.schema.dropTable(chatTable(name))
    }
  }
}
