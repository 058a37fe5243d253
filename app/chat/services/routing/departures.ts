/**
 * Counts the streams that make an agent present in this process, and says when the last of them is gone for
 * longer than a reload or the way to another page takes.
 */
export class Departures {
  #open = new Map<number, number>()
  #leaving = new Map<number, NodeJS.Timeout>()

  constructor(
    protected config: { agentLeavesAfterSeconds: number },
    protected left: (agentId: number) => Promise<void>
  ) {}

  /** A stream of the agent is open; answers what is to be called when it is not any more. */
  hold(agentId: number): () => void {
    clearTimeout(this.#leaving.get(agentId))
    this.#leaving.delete(agentId)
    this.#open.set(agentId, (this.#open.get(agentId) ?? 0) + 1)
    return () => this.#release(agentId)
  }

  #release(agentId: number) {
    const count = this.#open.get(agentId)! - 1
    if (count > 0) return void this.#open.set(agentId, count)
    this.#open.delete(agentId)
    const timer = setTimeout(() => {
      this.#leaving.delete(agentId)
      // What cannot be written now comes about by the agent's silence
      this.left(agentId).catch(() => {})
    }, this.config.agentLeavesAfterSeconds * 1000)
    this.#leaving.set(agentId, timer.unref())
  }
}
