import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('counters', (table) => {
      table.string('tenant_id', 64).notNullable()
      table.string('name', 64).notNullable()
      table.integer('value').unsigned().notNullable()
      table.primary(['tenant_id', 'name'])
    })
  }

  async down() {
    this.schema.dropTable('counters')
  }
}
