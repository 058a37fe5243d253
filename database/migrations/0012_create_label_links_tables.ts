import { BaseSchema } from '@adonisjs/lucid/schema'

const LABELLED = {
  label_person: ['person_id', 'people'],
  label_lead: ['lead_id', 'leads'],
} as const

export default class extends BaseSchema {
  async up() {
    for (const [name, [key, records]] of Object.entries(LABELLED)) {
      this.schema.createTable(name, (table) => {
        table.integer(key).unsigned().notNullable().references(`${records}.id`).onDelete('CASCADE')
        table
          .integer('label_id')
          .unsigned()
          .notNullable()
          .references('labels.id')
          .onDelete('CASCADE')
        table.primary([key, 'label_id'])
      })
    }
  }

  async down() {
    for (const name of Object.keys(LABELLED)) this.schema.dropTable(name)
  }
}
