import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('modules', (table) => {
      table.increments('id')
      table.string('tenant_id', 64).notNullable()
      table.string('module_id', 64).notNullable()
      table.boolean('enabled').notNullable()
      table.dateTime('created_at').notNullable()
      table.dateTime('updated_at').notNullable()
      table.unique(['tenant_id', 'module_id'])
    })
  }

  async down() {
    this.schema.dropTable('modules')
  }
}
