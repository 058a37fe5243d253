/** The fields that every entry of an outbox has. */
export interface OutboxEntry {
  id: string
  /** When it was written, as an ISO time. */
  at: string
  order: number
  /** Why the server refused it; it stays until its author decides. */
  failed?: string
}

/** Where an outbox keeps its entries: by id, as text. */
export interface OutboxStorage {
  list(): [id: string, text: string][]
  /** Without a text the entry is removed. What cannot be stored is kept for as long as the page lives. */
  set(id: string, text: string | null): void
  /** False for an entry that is lost with the page. */
  isStored(id: string): boolean
}
