const GATHER_FOR = 30

/**
 * Runs work at most once per `distance` ms and never twice at a time; calls in between become one more run. The first
 * call runs after a moment, so that calls of the same moment share the run.
 */
export function coalesce(distance: number, work: () => Promise<unknown>) {
  let isWanted = false
  let isBusy = false
  let lastRun = 0

  async function run() {
    while (isWanted) {
      const wait = Math.max(GATHER_FOR, lastRun + distance - Date.now())
      await new Promise((resolve) => setTimeout(resolve, wait))
      isWanted = false
      lastRun = Date.now()
      await work().catch(() => {})
    }
    isBusy = false
  }

  return () => {
    isWanted = true
    if (isBusy) return
    isBusy = true
    void run()
  }
}
