import { DateTime } from 'luxon'
import type { FileStore } from '#chat/contracts/file_store'
import Attachment from '#chat/models/attachment'
import { toSqlUtc } from '#chat/models/columns'
import { keyOf, previewKeyOf } from '#chat/services/attachments/file_keys'

/** Deletes files: first their bytes, then their row, so that no bytes are left without one. */
export class KeptFiles {
  constructor(protected store: FileStore) {}

  /** Deletes a file unless a message has taken it; from then on no message can. */
  async deleteUnsent(file: Attachment) {
    const [removed] = await Attachment.query()
      .where('id', file.id)
      .whereNull('message_id')
      .update({ removed_at: toSqlUtc(DateTime.utc()) })
    if (Number(removed)) await this.delete([file])
  }

  async delete(files: Attachment[]) {
    for (const file of files) {
      await this.deleteBytes([file])
      await Attachment.query().where('id', file.id).delete()
    }
  }

  /** Deletes the bytes alone; the caller deletes the rows afterwards. */
  async deleteBytes(files: Attachment[]) {
    for (const file of files) {
      await this.store.delete(keyOf(file))
      if (file.hasPreview) await this.store.delete(previewKeyOf(file))
    }
  }
}
