import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'
import type { ServingProcess } from '#chat/services/processes/unconnected'
import { dialectOf } from '#chat/support/dialects'

interface Identity {
  id: string
  name: string
  hasBus: boolean
  /** How many streams it holds open. */
  streams: number
}

/** The rows by which server processes on one database know each other. */
export class ProcessRows {
  constructor(protected db: QueryClientContract) {}

  get #nowSql() {
    return dialectOf(this.db).nowMillis
  }

  get #now() {
    return this.db.raw(this.#nowSql)
  }

  get #table() {
    return this.db.from(chatTable('processes'))
  }

  /** Records that a process serves. Recreates its row when another process has removed it as dead. */
  async see({ id, name, hasBus, streams }: Identity): Promise<void> {
    const [seen] = [
      await this.#table.where('id', id).update({ seen_at: this.#now, streams }),
    ].flat()
    if (Number(seen)) return
    const times = { started_at: this.#now, seen_at: this.#now }
    await this.db
      .table(chatTable('processes'))
      .insert({ id, name, has_bus: hasBus, streams, ...times })
  }

  /** Processes seen within this many milliseconds, the oldest first. */
  async recent(withinMs: number): Promise<ServingProcess[]> {
    const rows = await this.#table
      .select('name', 'has_bus', 'streams', 'started_at', 'seen_at')
      .select(this.db.raw(`${this.#nowSql} as now`))
      .orderBy('started_at')
    return rows
      .filter(({ seen_at: seenAt, now }) => Number(now) - Number(seenAt) <= withinMs)
      .map((row) => ({
        name: row.name,
        hasBus: Boolean(row.has_bus),
        streams: Number(row.streams),
        startedAt: Number(row.started_at),
        seenAt: Number(row.seen_at),
      }))
  }

  /** Removes the row of a process that ends. */
  async remove(id: string): Promise<void> {
    await this.#table.where('id', id).delete()
  }

  /** Removes the rows of processes that ended without removing their own. */
  async forget(unseenForMs: number): Promise<void> {
    const before = this.db.raw(`${this.#nowSql} - ${Number(unseenForMs)}`)
    await this.#table.where('seen_at', '<', before).delete()
  }
}
