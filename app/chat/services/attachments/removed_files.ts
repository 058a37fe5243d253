import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Attachment from '#chat/models/attachment'
import { toSqlUtc } from '#chat/models/columns'
import type Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import type { KeptFiles } from '#chat/services/attachments/kept_files'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'

/** The name of the kind in stored rows; the subject is the conversation. */
const REMOVED_FILES = 'removed-files'
const AT_A_TIME = 50

/** Deletes the files of deleted conversations. The deletion takes them out of reach; their bytes follow. */
export class RemovedFiles implements DueKind {
  readonly name = REMOVED_FILES

  constructor(
    protected dueActions: DueActions,
    protected kept: KeptFiles
  ) {}

  /** Takes a conversation's files out of reach, in the transaction that deletes it. */
  async remove({ id, tenantId }: Conversation, trx: TransactionClientContract): Promise<void> {
    const [removed] = await Attachment.query({ client: trx })
      .where('conversation_id', id)
      .update({ name: '', removed_at: toSqlUtc(DateTime.utc()) })
    if (!Number(removed)) return
    await this.dueActions.scheduleTask({ tenantId, kind: this.name, subject: id }, trx)
  }

  async run({ payload }: DueAction): Promise<void> {
    for (;;) {
      const some = await Attachment.query()
        .where('conversation_id', Number(payload.subject))
        .whereNotNull('removed_at')
        .limit(AT_A_TIME)
      if (some.length === 0) return
      await this.kept.delete(some)
    }
  }
}
