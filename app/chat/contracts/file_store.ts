import type { Readable } from 'node:stream'

/** How a browser is to get a file. */
export interface SavedAs {
  contentType: string
  contentDisposition: string
}

/**
 * Keeps the bytes of files that visitors and agents send. A key is letters, digits, `/`, `-` and `.`; nothing else reads
 * what is kept, so that a store must not be one that a web server hands out.
 */
export interface FileStore {
  /** Keeps a file of this machine under a key, as a whole or not at all; what had the key is replaced. */
  put(key: string, path: string): Promise<void>

  /** The bytes under a key, or null where there are none. */
  read(key: string): Promise<Readable | null>

  /** Deletes what is under a key, if anything is. */
  delete(key: string): Promise<void>

  /**
   * A short-lived address of the store's own from which a browser saves what is under a key; null where the chat is to send it. A
   * store without it has none.
   */
  addressOf?(key: string, headers: SavedAs): Promise<string | null>
}
