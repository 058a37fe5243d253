import type { Changed } from '../shared/heartbeats.js'
import type { LiveFrame } from '../shared/live_connection.js'

/** How far frames, and heartbeats in their stead, have told of each conversation. */
export class HeardSeqs {
  #heard = new Map<string, number>()

  take({ conversation }: LiveFrame) {
    const { external_id: id, last_seq: seq } = (conversation ?? {}) as Record<string, unknown>
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
