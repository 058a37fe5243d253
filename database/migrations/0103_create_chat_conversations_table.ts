import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** What the inbox's lists are narrowed to, each by an index of its own. */
const NARROWED_BY = ['status', 'agent_id', 'widget_id', 'priority']

/** Conversations, and an index for each of the inbox's lists at any size and depth (I2). */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('conversations'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      table.integer('number').unsigned().notNullable()
      table
        .integer('widget_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('widgets'))
        .onDelete('CASCADE')
      table
        .integer('visitor_id')
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(chatTable('visitors'))
        .onDelete('CASCADE')
      table
        .integer('agent_id')
        .unsigned()
        .nullable()
        .references('id')
        .inTable(chatTable('agents'))
        .onDelete('SET NULL')
      table.string('agent_name', 255).nullable()
      table.string('handler_type', 16).notNullable().defaultTo('agent')
      table.integer('open_key').unsigned().nullable().unique()
      exact(table.string('previous_id', 36)).nullable()
      table.string('folder', 8).notNullable()
      table.string('status', 16).notNullable()
      table.string('priority', 8).notNullable().defaultTo('normal')
      table.string('subject', 255).nullable()
      table.string('source_url', 2048).nullable()
      table.string('source_page_title', 512).nullable()
      table.string('last_message', 255).nullable()
      table.string('last_message_sender_type', 16).nullable()
      table.integer('last_message_sender_id').unsigned().nullable()
      table.datetime('last_message_at', { precision: 3 }).notNullable()
      table.integer('message_count').unsigned().notNullable().defaultTo(0)
      table.integer('last_seq').unsigned().notNullable().defaultTo(0)
      table.integer('agent_read_seq').unsigned().notNullable().defaultTo(0)
      table.integer('visitor_read_seq').unsigned().notNullable().defaultTo(0)
      table.integer('agent_unread_count').unsigned().notNullable().defaultTo(0)
      table.integer('visitor_unread_count').unsigned().notNullable().defaultTo(0)
      table.datetime('waiting_since', { precision: 3 }).nullable()
      table.datetime('first_response_at', { precision: 3 }).nullable()
      table.datetime('resolved_at', { precision: 3 }).nullable()
      table.datetime('closed_at', { precision: 3 }).nullable()
      table.datetime('archived_at', { precision: 3 }).nullable()
      table.integer('rating').nullable()
      table.text('feedback').nullable()
      exact(table.string('lead_id', 64)).nullable()
      table.integer('department_id').unsigned().nullable()
      table.datetime('queued_at', { precision: 3 }).nullable()
      table.datetime('assigned_at', { precision: 3 }).nullable()
      table.integer('queue_seconds').unsigned().nullable()
      table.boolean('is_labelled').notNullable().defaultTo(false)
      table.integer('rated_agent_id').unsigned().nullable()
      table.datetime('rated_at', { precision: 3 }).nullable()
      table.integer('passed_on_by_id').unsigned().nullable()
      table.integer('joined_agent_id').unsigned().nullable()
      table.datetime('snoozed_until', { precision: 3 }).nullable()
      table.string('pending_action', 16).nullable()
      table.datetime('pending_until', { precision: 3 }).nullable()
      table.integer('pending_by_id').unsigned().nullable()
      table.datetime('department_since', { precision: 3 }).nullable()
      exact(table.string('address_key', 64)).nullable()
      table.integer('queue_round').unsigned().notNullable().defaultTo(0)
      table
        .datetime('mail_due_at', { precision: 3 })
        .nullable()
        .index('chat_conversations_mail_due')
      exact(table.string('ticket_id', 64)).nullable()
      table.string('consent_version', 40).nullable()
      table.datetime('consent_given_at', { precision: 3 }).nullable()
      table
        .datetime('missed_due_at', { precision: 3 })
        .nullable()
        .index('chat_conversations_missed_due')
      table.boolean('is_followed_up').notNullable().defaultTo(true)
      table.string('channel', 16).notNullable().defaultTo('web')
      table.datetime('notify_at', { precision: 3 }).nullable().index('chat_conversations_notify')
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()

      table.unique(['tenant_id', 'number'], { indexName: 'chat_conversations_number_unique' })
      table.index(
        ['tenant_id', 'folder', 'last_message_at', 'id'],
        'chat_conversations_folder_index'
      )
      table.index(['visitor_id', 'id'], 'chat_conversations_visitor_index')
      table.index(['tenant_id', 'lead_id'], 'chat_conversations_lead_index')
      table.index(['tenant_id', 'queued_at', 'id'], 'chat_conversations_queue_index')
      table.index(['tenant_id', 'widget_id', 'assigned_at'], 'chat_conversations_assigned_index')
      table.index(['department_id'], 'chat_conversations_department_index')
      table.index(['tenant_id', 'created_at'], 'chat_conversations_started_index')
      table.index(['tenant_id', 'updated_at', 'created_at'], 'chat_conversations_changed_index')
      table.index(['tenant_id', 'resolved_at', 'widget_id'], 'chat_conversations_resolved_index')
      table.index(['department_since'], 'chat_conversations_department_since_index')
      table.index(
        ['tenant_id', 'address_key', 'folder', 'status'],
        'chat_conversations_address_index'
      )
      table.index(['tenant_id', 'ticket_id'], 'chat_conversations_ticket_index')
      table.index(['widget_id', 'status', 'closed_at', 'resolved_at'], 'chat_conversations_ended')
      const order = ['last_message_at', 'id']
      // MariaDB enters an index at a page's cursor only when it holds the other filters' columns as well
      for (const column of NARROWED_BY) {
        const others = NARROWED_BY.filter((other) => other !== column)
        const index = `chat_conversations_${column.replace('_id', '')}_index`
        table.index(['tenant_id', 'folder', column, ...order, ...others], index)
      }
      table.index(
        ['tenant_id', 'folder', 'waiting_since', ...order, ...NARROWED_BY],
        'chat_conversations_waiting_index'
      )
      // Other databases read unassigned conversations from the agents' index, whose empty entries PostgreSQL does not
      // know to be in order
      if (this.db.dialect.name === 'postgres') {
        table.index(['tenant_id', 'folder', ...order], 'chat_conversations_unassigned_index', {
          predicate: this.db.knexQuery().whereNull('agent_id'),
        })
      }
    })
  }

  async down() {
    this.schema.dropTable(chatTable('conversations'))
  }
}
