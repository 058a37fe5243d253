import type { Changed, LiveFrame } from '../shared/live_connection.js'

/** The newest `seq` of each conversation that frames or heartbeats have reported. */
export class HeardSeqs {
  #heard = new Map<string, number>()

  take({ conversation }: LiveFrame) {
    const { uuid: id, last_seq: seq } = (conversation ?? {}) as Record<string, unknown>
    if (typeof id === 'string' && typeof seq === 'number') this.#hear(id, seq)
  }

  /** The conversations that are further on than was heard, each once. */
  missing(changed: Changed): string[] {
    const missing = changed.filter(([id, seq]) => (this.#heard.get(id) ?? 0) < seq)
    for (const [id, seq] of missing) this.#hear(id, seq)
    return missing.map(([id]) => id)
  }

  #hear(id: string, seq: number) {
    this.#heard.set(id, Math.max(seq, this.#heard.get(id) ?? 0))
  }
}
