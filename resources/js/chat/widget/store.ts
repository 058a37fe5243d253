import type { Bridge } from './bridge.js'

/** Values that outlive the page, written through to the website's storage. */
export class Store {
  #entries: Record<string, string> = {}
  #unstored = new Set<string>()
  /** What was written here since each refresh that is under way has asked. */
  #since = new Set<Record<string, string | null>>()

  constructor(private bridge: Bridge) {}

  load(entries: Record<string, string>) {
    this.#entries = entries
  }

  get(name: string): string | undefined {
    return this.#entries[name]
  }

  set(name: string, value: string | null) {
    if (value === (this.#entries[name] ?? null)) return
    this.changed(name, value)
    this.#unstored.delete(name)
    for (const written of this.#since) written[name] = value
    this.bridge.post('set', { k: name, v: value })
  }

  /** The browser did not store this (no room, or forbidden); it lasts as long as the page. */
  notStored(name: string) {
    this.#unstored.add(name)
  }

  isStored(name: string) {
    return !this.#unstored.has(name)
  }

  /** Applies another tab's write without writing it back. */
  changed(name: string, value: string | null) {
    if (value === null) delete this.#entries[name]
    else this.#entries[name] = value
  }

  /** The entries whose name has this prefix, without it. */
  list(prefix: string): [name: string, value: string][] {
    return Object.entries(this.#entries)
      .filter(([name, value]) => name.startsWith(prefix) && value != null)
      .map(([name, value]) => [name.slice(prefix.length), value])
  }

  /** Resolves when this tab's writes are stored and other tabs' writes are visible here. */
  async refresh() {
    const written: Record<string, string | null> = {}
    this.#since.add(written)
    const { store } = await this.bridge.hello()
    this.#since.delete(written)
    this.load(store)
    // The website may have read its storage before these were stored
    for (const name in written) this.changed(name, written[name])
  }
}
