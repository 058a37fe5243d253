import app from '@adonisjs/core/services/app'
import type { TestContext } from '@japa/runner/core'
import { DriveManager } from 'flydrive'
import { S3Driver } from 'flydrive/drivers/s3'
import type { DriveOptions } from '#chat/host/drive_store'
import { ownFiles } from '#chat/host/own_files'
import { chatClient } from '#chat/models/chat_model'
import type { FileTools } from '#chat/services/attachments/attachments'
import { ChatService } from '#chat/services/chat_service'
import { startS3 } from '#tests/helpers/s3_server'

/** Has files kept elsewhere, or scanned, until the test ends: of the worlds that are made from now on, and over HTTP. */
export async function useFileTools(tools: Partial<FileTools>, cleanup: TestContext['cleanup']) {
  const { container } = app
  const { config, host } = await container.make(ChatService)
  const [emitter, db] = [await container.make('emitter'), await container.make('lucid.db')]
  const files = { store: await config.files.store(), scanner: null, ...tools }
  const chat = new ChatService(config, host, chatClient(db), emitter, { files })
  container.swap(ChatService, () => chat)
  cleanup(() => container.restore(ChatService))
}

/** Has files kept in a bucket of its own, by the disk of a host, until the test ends. */
export async function useS3(cleanup: TestContext['cleanup'], options?: DriveOptions) {
  const s3 = await startS3()
  cleanup(() => s3.close())
  const disk = () => new S3Driver(s3.options)
  const services = { chat: disk }
  // As @adonisjs/drive binds it, which hands over to flydrive
  const manager = new DriveManager({ default: 'chat', services })
  app.container.bindValue('drive.manager' as never, manager as never)
  app.config.set('drive', { services })
  cleanup(() => app.config.set('drive', {}))
  await useFileTools({ store: await ownFiles(options)() }, cleanup)
  return s3
}
