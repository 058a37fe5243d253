/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: readonly number[], share: number) {
  const sorted = [...samples].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** What a noisy machine shows when nothing else disturbs it: the middle round, not the mean. */
export const median = (samples: readonly number[]) => percentile(samples, 0.5)

/** The usual three percentiles of a latency. */
export type Spread = ReturnType<typeof spread>

/** They are NaN without a sample. */
export function spread(samples: readonly number[]) {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(samples, share))
  return { p50, p95, p99 }
}
