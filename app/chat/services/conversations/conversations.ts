import type { Attachments } from '#chat/services/attachments/attachments'
import { AutoClose } from '#chat/services/conversations/auto_close'
import { BulkActions } from '#chat/services/conversations/bulk_actions'
import { ConversationLifecycle } from '#chat/services/conversations/conversation_lifecycle'
import { ConversationRemoval } from '#chat/services/conversations/conversation_removal'
import { ConversationTriage } from '#chat/services/conversations/conversation_triage'
import { FollowUpStart } from '#chat/services/conversations/follow_up_start'
import { FollowUps } from '#chat/services/conversations/follow_ups'
import { Ratings } from '#chat/services/conversations/ratings'
import { RemovedConversations } from '#chat/services/conversations/removed_conversations'
import { Snoozes } from '#chat/services/conversations/snoozes'
import { UndoableActions } from '#chat/services/conversations/undoable_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { ReplyMails } from '#chat/services/mail/reply_mails'
import type { ServiceParts } from '#chat/services/service_parts'

/** `chat.conversations`: assign, resolve, close, reopen, archive and everything else done to a conversation. */
export class Conversations extends ConversationLifecycle {
  /** Priority, labels, subject. */
  readonly triage: ConversationTriage

  /** One action on many conversations. */
  readonly bulk: BulkActions

  /** Visitors' ratings of ended conversations. */
  readonly ratings: Ratings

  /** Snoozes conversations until a time. */
  readonly snoozes: Snoozes

  /** Resolves, closes and archives after a delay in which the action can be undone. */
  readonly undoable: UndoableActions

  /** Deletes conversations permanently. */
  readonly removal: ConversationRemoval

  /** Visitors who do not answer. */
  readonly followUps: FollowUps

  /** Has a widget's open conversations followed up after a change of its hours. */
  readonly followUpStart: FollowUpStart

  /** The kinds of scheduled action on conversations. */
  readonly dueKinds: DueKind[]

  constructor(
    { config, db, host, emitter, audit, writer, loads, dueActions }: ServiceParts,
    mails: ReplyMails,
    { removed: removedFiles, kept: files }: Pick<Attachments, 'removed' | 'kept'>
  ) {
    const autoClose = new AutoClose(config, writer, dueActions)
    const followUps = new FollowUps({ writer, dueActions, loads, autoClose, mails })
    super(writer, loads, autoClose, followUps)
    this.followUps = followUps
    this.followUpStart = new FollowUpStart({ db, dueActions })
    this.triage = new ConversationTriage(writer)
    this.ratings = new Ratings(writer)
    this.snoozes = new Snoozes(writer, emitter, loads, dueActions)
    this.undoable = new UndoableActions(config, writer, emitter, this, dueActions)
    this.bulk = new BulkActions(this, this.triage, this.undoable)
    const removed = new RemovedConversations({ db, emitter, dueActions, files })
    const { ratings } = this
    this.removal = new ConversationRemoval({
      ...{ host, writer, loads, ratings, audit, removed },
      files: removedFiles,
    })
    this.dueKinds = [
      ...[autoClose, this.snoozes, this.undoable, followUps, this.followUpStart],
      removed,
    ]
  }
}
