/**
 * The frame's memory, kept on the website's own origin because browsers partition or forbid the frame's own.
 * Where even that is forbidden it lives as long as the page. It knows nothing of what it stores.
 */
export function createStore(prefix: string) {
  const memory: Record<string, string> = {}

  /** All entries, without their prefix. */
  const read = () => {
    const entries = { ...memory }
    try {
      for (const key in localStorage) {
        if (key.startsWith(prefix)) entries[key.slice(prefix.length)] = localStorage[key]
      }
    } catch {}
    return entries
  }

  /** Without a value the entry is removed. */
  const write = (name: string, value?: string) => {
    memory[name] = value!
    try {
      if (value == null) delete localStorage[prefix + name]
      else localStorage[prefix + name] = value
    } catch {}
  }

  return [read, write] as const
}
