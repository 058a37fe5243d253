import type { Outcome, Statement, Statements } from '#chat/support/steps/statement'
import type { Pool, StepRunner, Steps } from '#chat/support/steps/steps'

type Run<Connection> = (connection: Connection, statement: Statement) => Promise<Outcome>

const control = (sql: string): Statement => ({ sql, values: [] })
const [BEGIN, COMMIT, ROLLBACK] = ['BEGIN', 'COMMIT', 'ROLLBACK'].map(control)

/** Runs steps on a database server: each waits for the one before. */
export class ServerTransactions<Connection extends object> implements StepRunner {
  constructor(
    protected pool: Pool<Connection>,
    protected run: Run<Connection>,
    readonly statements: Statements
  ) {}

  read<T>(steps: Steps<T>): Promise<T> {
    return this.#withConnection((connection) => this.#go(connection, steps))
  }

  write<T>(steps: () => Steps<T | null>): Promise<T | null> {
    return this.#withConnection(async (connection) => {
      await this.run(connection, BEGIN)
      try {
        const result = await this.#go(connection, steps())
        await this.run(connection, result === null ? ROLLBACK : COMMIT)
        return result
      } catch (error) {
        await this.#undo(connection)
        throw error
      }
    })
  }

  async #go<T>(connection: Connection, steps: Steps<T>): Promise<T> {
    let step = steps.next()
    while (!step.done) step = steps.next(await this.run(connection, step.value))
    return step.value
  }

  async #withConnection<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.pool.acquireConnection()
    try {
      return await work(connection)
    } finally {
      await this.pool.releaseConnection(connection)
    }
  }

  /** A connection that cannot even roll back is not used again: Knex drops those with this mark. */
  async #undo(connection: Connection) {
    try {
      await this.run(connection, ROLLBACK)
    } catch (error) {
      Object.assign(connection, { __knex__disposed: error })
    }
  }
}
