import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { FileStore, SavedAs } from '#chat/contracts/file_store'

interface WriteOptions {
  visibility: 'private' | 'public'
  contentLength: number
}

/** What is used of a disk of `@adonisjs/drive`, which a host may not have. */
export interface DriveDisk {
  putStream(key: string, contents: Readable, options?: WriteOptions): Promise<void>
  exists(key: string): Promise<boolean>
  getStream(key: string): Promise<Readable>
  delete(key: string): Promise<void>
  getSignedUrl(key: string, options?: SavedAs & { expiresIn: number }): Promise<string>
}

/** What a store on a disk of the host's is given. */
export interface DriveOptions {
  /**
   * Seconds for which an address of the disk's own is good, such as of S3; without them the chat sends every file itself. Browsers
   * must reach the disk.
   */
  signedSeconds?: number
}

/** Keeps files on a disk of `@adonisjs/drive`: a folder, S3, or what else the host has configured. */
export class DriveStore implements FileStore {
  constructor(
    protected disk: DriveDisk,
    protected options: DriveOptions = {}
  ) {}

  async put(key: string, path: string) {
    const { size: contentLength } = await stat(path)
    const options = { visibility: 'private' as const, contentLength }
    await this.disk.putStream(key, createReadStream(path), options)
  }

  async read(key: string) {
    return (await this.disk.exists(key)) ? this.disk.getStream(key) : null
  }

  delete(key: string) {
    return this.disk.delete(key)
  }

  async addressOf(key: string, headers: SavedAs) {
    const { signedSeconds: expiresIn } = this.options
    if (!expiresIn || !(await this.disk.exists(key))) return null
    return this.disk.getSignedUrl(key, { ...headers, expiresIn })
  }
}
