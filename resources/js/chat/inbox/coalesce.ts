/**
 * Runs work at most once per `distance` ms and never twice at a time; wishes in between become one
 * more run.
 */
export function coalesce(distance: number, work: () => Promise<unknown>) {
  let isWanted = false
  let isBusy = false

  async function run() {
    while (isWanted) {
      await new Promise((resolve) => setTimeout(resolve, distance))
      isWanted = false
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
