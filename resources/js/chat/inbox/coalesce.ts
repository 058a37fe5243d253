const GATHER_FOR = 30

/**
 * Runs work at most once per `distance` ms and never twice at a time; wishes in between become one
 * more run. The first wish is followed at once, but for the moment that its companions need to come.
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
