/** Storage may be forbidden altogether; then the work is left undone. */
const ifAllowed = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch {}
}

/**
 * The frame's memory, kept on the website's own origin because browsers partition or forbid the frame's own.
 * Where even that is forbidden it lives as long as the page. It knows nothing of what it stores.
 */
export function createStore(prefix: string) {
  const memory: Record<string, string> = {}

  /** All entries, without their prefix. */
  const read = () => {
    const entries: Record<string, string> = {}
    ifAllowed(() => {
      for (const key in localStorage) {
        if (key.startsWith(prefix)) entries[key.slice(prefix.length)] = localStorage[key]
      }
    })
    return { ...entries, ...memory }
  }

  /** Without a value the entry is removed. Answers true for what only the page keeps. */
  const write = (name: string, value?: string) => {
    delete memory[name]
    try {
      if (value == null) delete localStorage[prefix + name]
      else localStorage[prefix + name] = value
    } catch {
      memory[name] = value!
      return true
    }
  }

  /** The page on which this tab has left the chat open; empty or undefined when it has not. */
  const openPage = () => ifAllowed((): string => sessionStorage[prefix])

  /** Notes for the tab's next page load whether the chat is open. */
  const rememberOpen = (open: boolean) =>
    ifAllowed(() => (sessionStorage[prefix] = open ? location.href : ''))

  return { read, write, openPage, rememberOpen }
}
