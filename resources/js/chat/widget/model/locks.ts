export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** The tab that holds a lock may be frozen; nobody waits longer for it than this. */
export const PATIENCE = 8000

/**
 * Runs the work while no other tab runs work of the same name. Without locks, or when the other tab does
 * not come to an end, it just runs.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  let started = false
  const run = () => {
    started = true
    return work()
  }

  try {
    return (await navigator.locks.request(
      name,
      { signal: AbortSignal.timeout(PATIENCE) },
      run
    )) as T
  } catch (error) {
    if (started) throw error
    return work()
  }
}

/** Like `withLock`, but does nothing and answers false when another tab is at it. */
export async function ifFree(name: string, work: () => Promise<void>): Promise<boolean> {
  let started = false

  try {
    await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (!lock) return
      started = true
      await work()
    })
    return started
  } catch (error) {
    if (started) throw error
    await work()
    return true
  }
}
