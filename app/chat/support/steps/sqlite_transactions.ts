import type { SqliteConnection } from '#chat/support/steps/drivers'
import type { Outcome, Statement, Statements } from '#chat/support/steps/statement'
import type { Pool, StepRunner, Steps } from '#chat/support/steps/steps'

type Run = (connection: SqliteConnection, statement: Statement) => Outcome

/** Steps that wait for the next transaction. */
interface Waiting {
  steps: () => Steps<unknown>
  resolve: (result: any) => void
  reject: (error: unknown) => void
}

const control = (sql: string): Statement => ({ sql, values: [] })
const BEGIN = control('BEGIN IMMEDIATE')
const [COMMIT, ROLLBACK] = ['COMMIT', 'ROLLBACK'].map(control)
const SAVE = control('SAVEPOINT step')
const [KEEP, UNDO] = ['RELEASE step', 'ROLLBACK TO step'].map(control)

/** More would keep everything else waiting for longer than a frame of a screen lasts. */
const AT_MOST = 64

/**
 * Runs steps on SQLite, in one go. What is written in the same turn of the event loop shares a transaction, of which
 * each has a savepoint: what fails is undone alone.
 */
export class SqliteTransactions implements StepRunner {
  #waiting: Waiting[] = []

  constructor(
    protected pool: Pool<SqliteConnection>,
    protected run: Run,
    readonly statements: Statements
  ) {}

  async read<T>(steps: Steps<T>): Promise<T> {
    const connection = await this.pool.acquireConnection()
    try {
      return this.#go(connection, steps)
    } finally {
      void this.pool.releaseConnection(connection)
    }
  }

  write<T>(steps: () => Steps<T | null>): Promise<T | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ steps, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => void this.#writeAll())
    })
  }

  async #writeAll() {
    let connection: SqliteConnection
    try {
      connection = await this.pool.acquireConnection()
    } catch (error) {
      for (const { reject } of this.#waiting.splice(0)) reject(error)
      return
    }
    const group = this.#waiting.splice(0, AT_MOST)
    if (this.#waiting.length) setImmediate(() => void this.#writeAll())
    try {
      this.#writeGroup(connection, group)
    } finally {
      void this.pool.releaseConnection(connection)
    }
  }

  /** No result is returned before the whole group is committed. */
  #writeGroup(connection: SqliteConnection, group: Waiting[]) {
    try {
      this.run(connection, BEGIN)
      if (group.length === 1) return this.#writeAlone(connection, group[0])
      const settle = group.map((one) => this.#attempt(connection, one))
      this.run(connection, COMMIT)
      for (const each of settle) each()
    } catch (error) {
      if (connection.inTransaction) this.run(connection, ROLLBACK)
      for (const { reject } of group) reject(error)
    }
  }

  #writeAlone(connection: SqliteConnection, { steps, resolve }: Waiting) {
    const result = this.#go(connection, steps())
    this.run(connection, result === null ? ROLLBACK : COMMIT)
    resolve(result)
  }

  /** Runs one's steps within the group; returns what settles its promise. */
  #attempt(connection: SqliteConnection, { steps, resolve, reject }: Waiting): () => void {
    this.run(connection, SAVE)
    try {
      const result = this.#go(connection, steps())
      if (result === null) this.run(connection, UNDO)
      this.run(connection, KEEP)
      return () => resolve(result)
    } catch (error) {
      // After some errors, such as a full disk, SQLite has undone the whole transaction
      if (!connection.inTransaction) throw error
      this.run(connection, UNDO)
      this.run(connection, KEEP)
      return () => reject(error)
    }
  }

  #go<T>(connection: SqliteConnection, steps: Steps<T>): T {
    let step = steps.next()
    while (!step.done) step = steps.next(this.run(connection, step.value))
    return step.value
  }
}
