import app from '@adonisjs/core/services/app'
import type { FileStore } from '#chat/contracts/file_store'
import { DriveStore, type DriveDisk, type DriveOptions } from '#chat/host/drive_store'
import { FolderStore } from '#chat/host/folder_store'

interface Options extends DriveOptions {
  /** The disk of `config/drive.ts`; where the host has no such disk, the folder is used. */
  disk?: string
  /** The folder, absolute or from the application's root. */
  folder?: string
}

const BINDING = 'drive.manager'

interface DriveManager {
  use(disk: string): DriveDisk
}

interface Container {
  hasBinding(name: string): boolean
  make(name: string): Promise<unknown>
}

/**
 * Keeps files on the disk `chat` of the host's `@adonisjs/drive`, or in the folder `storage/chat` where the host has
 * no such disk. The disk must be private: files are handed out by the chat alone.
 */
export function ownFiles({ disk = 'chat', folder = 'storage/chat', ...options }: Options = {}) {
  return async (): Promise<FileStore> => {
    const container = app.container as Container
    const { services = {} } = app.config.get<{ services?: object }>('drive', {})
    if (container.hasBinding(BINDING) && disk in services) {
      const manager = (await container.make(BINDING)) as DriveManager
      return new DriveStore(manager.use(disk), options)
    }
    return new FolderStore(app.makePath(folder))
  }
}
