import type { Outcome, Statement, Statements } from '#chat/support/steps/statement'

/**
 * Statements one after the other, each of which may depend on what the earlier ones returned. Written once, they run in
 * one go on SQLite, and step by step on a server.
 */
export type Steps<T> = Generator<Statement, T, Outcome>

/** Runs steps on a connection of Lucid's pool, without Lucid and Knex. */
export interface StepRunner {
  /** The statements of this database. */
  readonly statements: Statements

  /** Runs the steps outside of a transaction. */
  read<T>(steps: Steps<T>): Promise<T>

  /** Runs the steps in a transaction of their own, which an error or null undoes. */
  write<T>(steps: () => Steps<T | null>): Promise<T | null>
}

/** The pool of connections behind a client, and those who watch its queries. */
export interface Pool<Connection> {
  acquireConnection(): Promise<Connection>
  releaseConnection(connection: Connection): Promise<void>
}
