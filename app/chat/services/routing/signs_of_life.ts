import { DateTime } from 'luxon'
import Agent from '#chat/models/agent'
import { toSqlUtc } from '#chat/models/columns'

interface Sign {
  /** What this process has written last, as the database has it. */
  at: string
  /** When another process was last known to write signs of its own, in milliseconds; 0 for never. */
  othersAt: number
}

/**
 * The signs of life of agents whose streams this process holds. Each is written over the one before it: where
 * that is not the process's own, another process holds a stream of the agent as well.
 */
export class SignsOfLife {
  #signs = new Map<number, Sign>()

  constructor(protected config: { agentOnlineSeconds: number }) {}

  /** Writes one; answers its moment. */
  async give(agentId: number): Promise<DateTime> {
    const now = DateTime.utc()
    const at = toSqlUtc(now)
    const own = this.#signs.get(agentId)
    const isOwn = own !== undefined && (await this.#overwrite(agentId, own.at, at))
    let othersAt = own?.othersAt ?? 0
    if (!isOwn) {
      const agent = await Agent.find(agentId)
      const before = agent?.lastActiveAt
      if (before && before > this.#limit()) othersAt = now.toMillis()
      await Agent.query().where('id', agentId).update({ last_active_at: at })
    }
    this.#signs.set(agentId, { at, othersAt })
    return now
  }

  /**
   * Dates the last sign of life back so far that it does not count any more. Answers whether it did: not where
   * another process may hold a stream of the agent, since the agent is there until that falls silent, too.
   */
  async withdraw(agentId: number): Promise<boolean> {
    const own = this.#signs.get(agentId)
    this.#signs.delete(agentId)
    if (!own || own.othersAt > this.#limit().toMillis()) return false
    return this.#overwrite(agentId, own.at, toSqlUtc(this.#limit()))
  }

  async #overwrite(agentId: number, from: string, to: string) {
    const [count] = await Agent.query()
      .where({ id: agentId, last_active_at: from })
      .update({ last_active_at: to })
    return Number(count) > 0
  }

  /** What is older than this does not count. */
  #limit() {
    return DateTime.utc().minus({ seconds: this.config.agentOnlineSeconds })
  }
}
