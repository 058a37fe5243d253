/** Milliseconds of the processor that work takes: what the machine does beside it does not count. */
export function processorTime(work: () => unknown): number {
  const began = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1000
}
