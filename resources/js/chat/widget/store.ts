import type { Bridge } from './bridge.js'

/** Names and values that outlive the page; written through to the website's storage. */
export class Store {
  #entries: Record<string, string> = {}
  #unstored = new Set<string>()

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
    this.bridge.post('set', { k: name, v: value })
  }

  /** The browser does not store this (no room, or forbidden): it is gone with the page. */
  notStored(name: string) {
    this.#unstored.add(name)
  }

  isStored(name: string) {
    return !this.#unstored.has(name)
  }

  /** Another tab has written: only remembered, not written back. */
  changed(name: string, value: string | null) {
    if (value === null) delete this.#entries[name]
    else this.#entries[name] = value
  }

  /** The entries whose name starts so, without what it starts with. */
  list(prefix: string): [name: string, value: string][] {
    return Object.entries(this.#entries)
      .filter(([name, value]) => name.startsWith(prefix) && value != null)
      .map(([name, value]) => [name.slice(prefix.length), value])
  }

  /** Makes sure that what this tab wrote is written and that it sees what others wrote. */
  async refresh() {
    const { store } = await this.bridge.hello()
    this.load(store)
  }
}
