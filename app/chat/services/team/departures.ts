import { workUnderWay } from '#chat/support/work_under_way'

/**
 * Counts the streams that keep an agent present in this process, and reports when the last one has been closed for
 * longer than a reload or a page change takes.
 */
export class Departures {
  #open = new Map<number, number>()
  #leaving = new Map<number, NodeJS.Timeout>()
  #isStopped = false

  constructor(
    protected config: { agentLeavesAfterSeconds: number },
    protected left: (agentId: number) => Promise<void>
  ) {}

  /** Counts a stream of the agent as open until the returned function is called. */
  hold(agentId: number): () => void {
    clearTimeout(this.#leaving.get(agentId))
    this.#leaving.delete(agentId)
    this.#open.set(agentId, (this.#open.get(agentId) ?? 0) + 1)
    return () => this.#release(agentId)
  }

  /** Reports nothing more, because the process ends: its silence says the same later. */
  stop() {
    this.#isStopped = true
    for (const timer of this.#leaving.values()) clearTimeout(timer)
    this.#leaving.clear()
  }

  #release(agentId: number) {
    const count = this.#open.get(agentId)! - 1
    if (count > 0) return void this.#open.set(agentId, count)
    this.#open.delete(agentId)
    if (this.#isStopped) return
    const timer = setTimeout(() => {
      this.#leaving.delete(agentId)
      // When this write fails, the agent's silence has the same effect later
      void workUnderWay.add(this.left(agentId).catch(() => {}))
    }, this.config.agentLeavesAfterSeconds * 1000)
    this.#leaving.set(agentId, timer.unref())
  }
}
