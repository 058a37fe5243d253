import type { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import DirectLink from '#chat/models/direct_link'
import PageView from '#chat/models/page_view'
import Visitor from '#chat/models/visitor'
import VisitorSession from '#chat/models/visitor_session'
import type { KeptFiles } from '#chat/services/attachments/kept_files'
import { deleteSomeFiles, filesUploadedBy } from '#chat/services/visitors/erasure/erasure_slices'
import { forgetBrowsers } from '#chat/services/notifications/visitors/visitor_browsers'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { lockRowWhere } from '#chat/support/row_lock'

interface Parts {
  db: QueryClientContract
  emitter: EmitterLike<EventsList>
  files: KeptFiles
}

/**
 * Deletes a visitor without conversations, with pages, sessions and links, unless they are blocked or were seen since a time. The person
 * that they are linked to in the CRM stays.
 */
export async function eraseIfIdle(id: number, since: DateTime, { db, emitter, files }: Parts) {
  const known = await Visitor.find(id)
  if (!known || isNeeded(known, since) || (await hasConversations(id, db))) return
  while ((await deleteSomeFiles(filesUploadedBy(id), files)) > 0);
  const visitor = await db.transaction(async (trx) => {
    const locked = await lockRowWhere(Visitor, { id }, trx)
    if (!locked || isNeeded(locked, since) || (await hasConversations(id, trx))) return null
    await DirectLink.query({ client: trx }).where('visitor_id', id).delete()
    await VisitorSession.query({ client: trx }).where('visitor_id', id).delete()
    await forgetBrowsers(id, trx)
    await PageView.query({ client: trx }).where('visitor_id', id).delete()
    await Visitor.query({ client: trx }).where('id', id).delete()
    return locked
  })
  if (visitor) emitAfterCommit(emitter, 'chat.visitor.forgotten', { visitor })
}

const isNeeded = ({ blockedAt, lastSeenAt }: Visitor, since: DateTime) =>
  blockedAt !== null || lastSeenAt >= since

async function hasConversations(visitorId: number, client: QueryClientContract) {
  const one = await Conversation.query({ client })
    .where('visitor_id', visitorId)
    .select('id')
    .first()
  return one !== null
}
