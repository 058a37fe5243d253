/**
 * This agent's part of the browser's storage: other users of the same browser neither see nor send its content. Values
 * that cannot be stored (forbidden, or no room) last until the page closes.
 */
export class Store {
  #unstored = new Map<string, string>()

  constructor(private prefix: string) {}

  get<T>(key: string): T | null {
    try {
      return JSON.parse(this.read(key) ?? 'null') as T | null
    } catch {
      return null
    }
  }

  set(key: string, value: unknown) {
    this.write(key, JSON.stringify(value))
  }

  remove(key: string) {
    this.#unstored.delete(key)
    try {
      localStorage.removeItem(this.keyOf(key))
    } catch {
      /** Nothing was stored, then. */
    }
  }

  /** The texts under keys with this prefix, by the rest of the key. */
  list(start: string): [name: string, text: string][] {
    return this.#keys(start).flatMap((key) => {
      const text = this.read(key)
      return text === null ? [] : [[key.slice(start.length), text]]
    })
  }

  /** False for a value that is lost with the page. */
  isStored(key: string) {
    return !this.#unstored.has(key)
  }

  read(key: string) {
    return this.#unstored.get(key) ?? localStorage.getItem(this.keyOf(key))
  }

  write(key: string, text: string) {
    try {
      localStorage.setItem(this.keyOf(key), text)
      this.#unstored.delete(key)
    } catch {
      this.#unstored.set(key, text)
    }
  }

  keyOf(key: string) {
    return `${this.prefix}:${key}`
  }

  #keys(start: string) {
    const keys = new Set([...this.#unstored.keys()])
    try {
      const prefix = this.keyOf('')
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(prefix)) keys.add(key.slice(prefix.length))
      }
    } catch {
      /** Nothing was stored, then. */
    }
    return [...keys].filter((key) => key.startsWith(start))
  }
}

/** An agent's part of the browser's storage. */
export const storeOf = (agentId: number) => new Store(`crm-chat:${agentId}`)
