import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { FileScanner } from '#chat/contracts/file_scanner'
import type { FileStore } from '#chat/contracts/file_store'
import { TooManyFiles } from '#chat/exceptions/chat_errors'
import Attachment, { type UploaderType } from '#chat/models/attachment'
import { toSqlUtc } from '#chat/models/columns'
import type Widget from '#chat/models/widget'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import { examine, type ExaminedFile } from '#chat/services/attachments/examined_file'
import { keyOf, previewKeyOf } from '#chat/services/attachments/file_keys'
import { spooled, type IncomingFile } from '#chat/services/attachments/incoming_file'
import type { Pictures } from '#chat/services/attachments/pictures'
import { UNSENT_FILE } from '#chat/services/attachments/unsent_files'
import { isDuplicate } from '#chat/support/row_lock'

/** Who uploads a file: a visitor or an agent by their id. */
export interface Uploader {
  type: UploaderType
  id: number
  tenantId: string
}

/** An uploaded file; `isNew` is false when the same upload was kept before. */
export interface Upload {
  attachment: Attachment
  isNew: boolean
}

/** Files that one person may have uploaded without having sent them. */
const MOST_UNSENT = 30

interface Parts {
  db: QueryClientContract
  dueActions: DueActions
  store: FileStore
  scanner: FileScanner | null
  pictures: Pictures
  unsentHours: number
}

/** Takes in files, each once, before the message that they are sent with. */
export class Uploads {
  constructor(protected parts: Parts) {}

  /**
   * Keeps a file until it is sent; one that is never sent is deleted after a while. An upload whose answer was lost is
   * repeated under the same id, and kept once.
   *
   * @throws FileTooLarge, FileEmpty, FileTypeRefused, FileBroken, PictureTooLarge, FileInfected
   * @throws FileNotScanned when the scanner gives no verdict, FilesAway when the store keeps nothing now
   * @throws TooManyFiles when too many files of this person wait to be sent
   */
  async take(uploader: Uploader, widget: Widget, file: IncomingFile): Promise<Upload> {
    const known = await this.#find(uploader, file.uploadId)
    if (known?.keptAt) {
      file.bytes.resume()
      return { attachment: known, isNew: false }
    }
    if (!known) await this.#assertRoom(uploader)
    return spooled(file, widget.maxFileMegabytes, async (path) => {
      try {
        const examined = await examine(path, file.name, widget, this.parts)
        const { attachment, isNew } = await this.#row(uploader, file.uploadId, examined)
        await this.#keep(attachment, path, examined)
        return { attachment, isNew }
      } finally {
        await rm(`${path}.preview`, { force: true })
      }
    })
  }

  /** The row is there before the bytes: what a crash leaves behind is found by it, and deleted with it. */
  async #row(uploader: Uploader, uploadId: string, examined: ExaminedFile): Promise<Upload> {
    const { db, dueActions, unsentHours } = this.parts
    const { tenantId, type, id } = uploader
    const { previewPath, ...about } = examined
    const row = {
      ...{ externalId: randomUUID(), tenantId, uploaderType: type, uploaderId: id, uploadId },
      ...{ conversationId: null, messageId: null, visibility: null },
      ...about,
      ...{ hasPreview: previewPath !== null, keptAt: null, removedAt: null },
      createdAt: DateTime.utc(),
    }
    try {
      const attachment = await db.transaction(async (trx) => {
        const made = await Attachment.create(row, { client: trx })
        const dueAt = DateTime.utc().plus({ hours: unsentHours })
        await dueActions.scheduleTask({ tenantId, kind: UNSENT_FILE, subject: made.id, dueAt }, trx)
        return made
      })
      return { attachment, isNew: true }
    } catch (error) {
      const first = isDuplicate(error) && (await this.#find(uploader, uploadId))
      if (!first) throw error
      return { attachment: first, isNew: false }
    }
  }

  /** Repeated by two requests at a time it does no harm: both keep the same bytes. */
  async #keep(attachment: Attachment, path: string, { previewPath }: ExaminedFile) {
    const { store } = this.parts
    await store.put(keyOf(attachment), path)
    if (previewPath) await store.put(previewKeyOf(attachment), previewPath)
    const keptAt = DateTime.utc()
    await Attachment.query()
      .where('id', attachment.id)
      .update({ kept_at: toSqlUtc(keptAt) })
    attachment.keptAt = keptAt
  }

  #find({ type, id }: Uploader, uploadId: string) {
    return Attachment.query()
      .where({ uploader_type: type, uploader_id: id, upload_id: uploadId })
      .whereNull('removed_at')
      .first()
  }

  async #assertRoom({ type, id }: Uploader) {
    const unsent = await Attachment.query()
      .where({ uploader_type: type, uploader_id: id })
      .whereNull('message_id')
      .whereNull('removed_at')
      .select('id')
      .limit(MOST_UNSENT)
    if (unsent.length === MOST_UNSENT) throw new TooManyFiles([String(MOST_UNSENT)])
  }
}
