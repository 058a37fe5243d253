import { buffer } from 'node:stream/consumers'
import type { FileStore } from '#chat/contracts/file_store'
import Attachment from '#chat/models/attachment'
import { keyOf } from '#chat/services/attachments/file_keys'

/** The most bytes of files that one page carries: browsers have to hold them. */
const MOST_BYTES = 25 * 1024 * 1024

/**
 * The files of conversations as addresses that hold their bytes, by id, for a page that opens without a network. Files beyond
 * what a page can carry are left out.
 */
export async function embeddedFiles(
  conversationIds: number[],
  store: FileStore
): Promise<Map<string, string>> {
  const files = await Attachment.query()
    .whereIn('conversation_id', conversationIds)
    .whereNull('removed_at')
    .orderBy('id')
  const embedded = new Map<string, string>()
  let room = MOST_BYTES
  for (const file of files) {
    if (file.size > room) continue
    const bytes = await store.read(keyOf(file))
    if (!bytes) continue
    room -= file.size
    const whole = await buffer(bytes)
    const base64 = whole.toString('base64')
    embedded.set(file.externalId, `data:${file.mediaType};base64,${base64}`)
  }
  return embedded
}
