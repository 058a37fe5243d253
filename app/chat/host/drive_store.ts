import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { FileStore } from '#chat/contracts/file_store'

/** What is used of a disk of `@adonisjs/drive`, which a host may not have. */
export interface DriveDisk {
  putStream(
    key: string,
    contents: Readable,
    options?: { visibility: 'private' | 'public' }
  ): Promise<void>
  exists(key: string): Promise<boolean>
  getStream(key: string): Promise<Readable>
  delete(key: string): Promise<void>
}

/** Keeps files on a disk of `@adonisjs/drive`: a folder, S3, or what else the host has configured. */
export class DriveStore implements FileStore {
  constructor(protected disk: DriveDisk) {}

  put(key: string, path: string) {
    return this.disk.putStream(key, createReadStream(path), { visibility: 'private' })
  }

  async read(key: string) {
    return (await this.disk.exists(key)) ? this.disk.getStream(key) : null
  }

  delete(key: string) {
    return this.disk.delete(key)
  }
}
