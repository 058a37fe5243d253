/** Storage may be forbidden; then the work is skipped. */
export const ifAllowed = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch {}
}

/** A temporary entry of the local storage by which a tab reports that it is clearing it. */
export const RESET = '1'

/**
 * The frame's memory, kept on the website's own origin because browsers partition or forbid the frame's own.
 * Where that is forbidden too, it lives as long as the page. It does not interpret what it stores.
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

  /** Without a value the entry is removed. Returns true for an entry that only the page keeps. */
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

  /**
   * Removes all entries but one. The other tabs are notified first: a frame there that hears of a removed entry may
   * write it again.
   */
  const clear = (kept?: string) => {
    ifAllowed(() => {
      localStorage[prefix] = RESET
      delete localStorage[prefix]
    })
    for (const name in read()) if (name !== kept) write(name)
  }

  return { read, write, clear }
}
