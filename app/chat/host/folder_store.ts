import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { FileStore } from '#chat/contracts/file_store'

/** Keeps files in a folder of this machine that no web server hands out. Several processes may share it. */
export class FolderStore implements FileStore {
  constructor(readonly folder: string) {}

  async put(key: string, path: string) {
    const target = join(this.folder, key)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    // Renamed when it is whole: a process that ends in the middle leaves no half of a file
    const whole = `${target}.${randomUUID()}`
    try {
      await copyFile(path, whole)
      await rename(whole, target)
    } catch (error) {
      await rm(whole, { force: true })
      throw error
    }
  }

  async read(key: string): Promise<Readable | null> {
    try {
      const handle = await open(join(this.folder, key))
      return createReadStream('', { fd: handle })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  async delete(key: string) {
    await rm(join(this.folder, key), { force: true })
  }
}
