import type { FileStore, SavedAs } from '#chat/contracts/file_store'
import { FilesAway } from '#chat/exceptions/chat_errors'

/**
 * A store whose failures to keep and to read are answers to people; the error is their cause. What deletes files is tried again by the
 * worker, which logs the error as it is.
 */
export class ReachableStore implements FileStore {
  constructor(protected store: FileStore) {}

  put(key: string, path: string) {
    return this.#reached(() => this.store.put(key, path))
  }

  read(key: string) {
    return this.#reached(() => this.store.read(key))
  }

  delete(key: string) {
    return this.store.delete(key)
  }

  async addressOf(key: string, headers: SavedAs) {
    const { store } = this
    return this.#reached(async () => (await store.addressOf?.(key, headers)) ?? null)
  }

  async #reached<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      throw Object.assign(new FilesAway(), { cause })
    }
  }
}
