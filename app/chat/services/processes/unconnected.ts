/** A serving process, with its times in milliseconds by the database's clock. */
export interface ServingProcess {
  name: string
  /** Whether its broadcasts reach the streams of other processes. */
  hasBus: boolean
  /** How many streams it held open when it was seen. */
  streams: number
  startedAt: number
  seenAt: number
}

/**
 * Serving processes that do not receive each other's broadcasts: they have overlapped for `togetherMs`, and one of
 * them has no bus. Restarts and rolling deployments overlap for less.
 */
export function unconnected(processes: ServingProcess[], togetherMs: number): ServingProcess[] {
  return processes.filter((one) =>
    processes.some((other) => {
      if (other === one || (one.hasBus && other.hasBus)) return false
      const since = Math.max(one.startedAt, other.startedAt)
      return Math.min(one.seenAt, other.seenAt) - since >= togetherMs
    })
  )
}
