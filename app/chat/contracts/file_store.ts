import type { Readable } from 'node:stream'

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
}
