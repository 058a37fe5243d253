import type { Knex } from 'knex'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** A value as the drivers take it. */
export type SqlValue = string | number | null

/** The columns of a row, or the values of a statement, by name. */
export type SqlValues = Record<string, SqlValue>

/** A row as a driver returns it. */
export type SqlRow = Record<string, any>

/** SQL in a driver's own form, with the values of its placeholders in order. */
export interface Statement {
  sql: string
  values: SqlValue[]
}

/** What a statement returned: the rows that it read, and the id of the row that it inserted. */
export interface Outcome {
  rows: SqlRow[]
  insertedId: number | null
}

interface Text {
  sql: string
  /** The names of the values, in the order of the placeholders. */
  names: string[]
}

/** Builds a statement around the names of its values; every other value in it is a constant. */
type Build = (query: Knex.QueryBuilder, names: Record<string, string>) => Knex.QueryBuilder

/**
 * Statements whose text Knex builds once, with the table's and columns' names quoted and the placeholders numbered as the
 * database has it: building a query anew takes longer than running it.
 */
export class Statements {
  #texts = new Map<string, Text>()

  constructor(protected db: QueryClientContract) {}

  /** The statement called `name`, which always has values of the same names. */
  of(name: string, values: SqlValues, build: Build): Statement {
    const text = this.#texts.get(name) ?? this.#build(name, values, build)
    const valueOf = (each: string) => (Object.hasOwn(values, each) ? values[each] : each)
    return { sql: text.sql, values: text.names.map(valueOf) }
  }

  /** Inserts a row, whose id the outcome has. */
  insert(table: string, row: SqlValues): Statement {
    return this.of(`insert ${table}`, row, (query, names) => {
      const insert = query.insert(names).into(table)
      // The other drivers return it without being asked
      return this.db.dialect.name === 'postgres' ? insert.returning('id') : insert
    })
  }

  #build(called: string, values: SqlValues, build: Build): Text {
    const names = Object.fromEntries(Object.keys(values).map((each) => [each, each]))
    const { sql, bindings } = build(this.db.knexQuery(), names).toSQL().toNative()
    const text = { sql, names: bindings as string[] }
    this.#texts.set(called, text)
    return text
  }
}
