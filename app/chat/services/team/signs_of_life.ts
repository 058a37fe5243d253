import { DateTime } from 'luxon'
import Agent from '#chat/models/agent'
import { toSqlUtc } from '#chat/models/columns'

interface Sign {
  /** The value that this process wrote last, as the database returns it. */
  at: string
  /** When another process last wrote a sign for this agent, in milliseconds since 1970; 0 for never. */
  othersAt: number
}

/**
 * Signs of life of agents whose streams this process holds. Each is written over the previous one; when the stored
 * value is not this process's own, another process holds a stream of the agent as well.
 */
export class SignsOfLife {
  #signs = new Map<number, Sign>()

  constructor(protected config: { agentOnlineSeconds: number }) {}

  /** Writes a sign of life and returns its timestamp. */
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
   * Dates the last sign of life back so that the agent is offline. Returns false when another process may hold a
   * stream: then the agent stays present until that one is silent, too. `heldElsewhere` answers with the number of
   * those streams where processes count together, and with null where they do not.
   */
  async withdraw(
    agentId: number,
    heldElsewhere: () => Promise<number | null> = async () => null
  ): Promise<boolean> {
    const own = this.#signs.get(agentId)
    this.#signs.delete(agentId)
    const agent = await Agent.find(agentId)
    const stored = agent?.lastActiveAt
    const held = await heldElsewhere()
    if (held !== null)
      return (
        !held && !!stored && this.#overwrite(agentId, toSqlUtc(stored), toSqlUtc(this.#limit()))
      )
    if (!own || own.othersAt > this.#limit().toMillis()) return false
    return this.#overwrite(agentId, own.at, toSqlUtc(this.#limit()))
  }

  async #overwrite(agentId: number, from: string, to: string) {
    const [count] = await Agent.query()
      .where({ id: agentId, last_active_at: from })
      .update({ last_active_at: to })
    return Number(count) > 0
  }

  /** Older signs of life do not count. */
  #limit() {
    return DateTime.utc().minus({ seconds: this.config.agentOnlineSeconds })
  }
}
