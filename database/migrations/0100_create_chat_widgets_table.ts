import { BaseSchema } from '@adonisjs/lucid/schema'
import { chatTable } from '#chat/models/chat_model'
import { exactColumns } from '#chat/models/exact_columns'

/** Widgets: how each looks, what it asks its visitors, and what happens to its conversations. */
export default class extends BaseSchema {
  async up() {
    const exact = await exactColumns(this.db)
    this.schema.createTable(chatTable('widgets'), (table) => {
      table.increments('id')
      exact(table.string('external_id', 36)).notNullable().unique()
      exact(table.string('tenant_id', 64)).notNullable()
      exact(table.string('public_key', 64)).notNullable().unique()
      table.string('name', 120).notNullable()
      table.boolean('is_active').notNullable().defaultTo(true)
      table.string('handler_type', 16).notNullable().defaultTo('agent')
      table.string('primary_color', 7).notNullable().defaultTo('#2563eb')
      table.string('text_color', 7).notNullable().defaultTo('#ffffff')
      table.string('position', 16).notNullable().defaultTo('bottom-right')
      table.integer('border_radius').notNullable().defaultTo(12)
      table.integer('launcher_size').notNullable().defaultTo(60)
      table.string('launcher_icon', 16).notNullable().defaultTo('chat')
      table.string('logo_url', 1024).nullable()
      table.string('theme', 8).notNullable().defaultTo('auto')
      table.string('welcome_title', 120).notNullable()
      table.text('welcome_message').notNullable()
      table.string('input_placeholder', 120).notNullable()
      table.text('offline_message').notNullable()
      table.boolean('collect_name').notNullable().defaultTo(true)
      table.boolean('collect_email').notNullable().defaultTo(true)
      table.boolean('contact_required').notNullable().defaultTo(true)
      table.boolean('show_branding').notNullable().defaultTo(true)
      table.boolean('sound_enabled').notNullable().defaultTo(true)
      table.boolean('track_visitors').notNullable().defaultTo(false)
      table.text('allowed_origins').notNullable()
      table.text('business_hours').nullable()
      exact(table.string('user_created_id', 64)).nullable()
      exact(table.string('user_updated_id', 64)).nullable()
      table.datetime('deleted_at', { precision: 3 }).nullable()
      table.boolean('ask_rating').notNullable().defaultTo(true)
      table.datetime('refused_at', { precision: 3 }).nullable()
      table.string('refused_origin', 255).nullable()
      table.datetime('first_seen_at', { precision: 3 }).nullable()
      table.string('first_seen_origin', 255).nullable()
      table.boolean('mail_replies').notNullable().defaultTo(true)
      table.string('language', 16).notNullable().defaultTo('auto')
      table.text('translations').nullable()
      table.text('consent_text').nullable()
      table.string('consent_link', 1024).nullable()
      table.string('consent_version', 40).notNullable().defaultTo('1')
      table.integer('retention_days').unsigned().nullable()
      table.integer('missed_after_minutes').unsigned().nullable().defaultTo(5)
      exact(table.string('team_email', 254)).nullable()
      table.integer('follow_up_after_hours').unsigned().nullable()
      table.text('follow_up_text').nullable()
      table.integer('resolve_after_hours').unsigned().nullable()
      /** The tenant, on the widget of the support chat: there is one at most. */
      exact(table.string('support_key', 64)).nullable()
      table.boolean('accepts_files').notNullable().defaultTo(true)
      table.integer('max_file_megabytes').unsigned().notNullable().defaultTo(10)
      table.string('file_types', 255).notNullable().defaultTo('["pictures","documents"]')
      table.boolean('merge_contacts').notNullable().defaultTo(false)
      table.datetime('created_at', { precision: 3 }).notNullable()
      table.datetime('updated_at', { precision: 3 }).notNullable()

      table.index(['tenant_id', 'deleted_at'], 'chat_widgets_tenant_index')
      table.unique(['support_key'], { indexName: 'chat_widgets_support' })
    })
  }

  async down() {
    this.schema.dropTable(chatTable('widgets'))
  }
}
