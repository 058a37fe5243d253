/**
 * This agent's corner of the browser's storage: another user of the same browser neither sees nor
 * sends what is in it. Where storage is forbidden, things are kept for as long as the page lives.
 */
export class Store {
  #fallback = new Map<string, string>()

  constructor(private prefix: string) {}

  get<T>(key: string): T | null {
    try {
      return JSON.parse(this.#read(this.keyOf(key)) ?? 'null') as T | null
    } catch {
      return null
    }
  }

  set(key: string, value: unknown) {
    const text = JSON.stringify(value)
    try {
      localStorage.setItem(this.keyOf(key), text)
    } catch {
      this.#fallback.set(this.keyOf(key), text)
    }
  }

  remove(key: string) {
    this.#fallback.delete(this.keyOf(key))
    try {
      localStorage.removeItem(this.keyOf(key))
    } catch {
      /** Nothing was stored, then. */
    }
  }

  keyOf(key: string) {
    return `${this.prefix}:${key}`
  }

  #read(key: string) {
    if (this.#fallback.has(key)) return this.#fallback.get(key)!
    return localStorage.getItem(key)
  }
}
