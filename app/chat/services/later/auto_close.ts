import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/define_config'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import { announce } from '#chat/services/announcements'
import { moveTo } from '#chat/services/conversation_state'
import type { ConversationWriter } from '#chat/services/conversation_writer'
import type { DueActions } from '#chat/services/later/due_actions'
import type { DueKind } from '#chat/services/later/due_kind'

/** Closes what has been resolved for so many hours; one that was taken up again stays as it is. */
export class AutoClose implements DueKind {
  readonly name = 'auto-close'

  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter,
    protected later: DueActions
  ) {}

  /** Is called in the transaction that resolves a conversation. */
  async schedule(conversation: Conversation, trx: TransactionClientContract): Promise<void> {
    const { autoCloseResolvedAfterHours: hours } = this.config
    const { resolvedAt } = conversation
    if (hours <= 0 || !resolvedAt) return
    const order = {
      purpose: 'auto-close' as const,
      kind: this.name,
      dueAt: resolvedAt.plus({ hours }),
      payload: { resolvedAt: resolvedAt.toMillis() },
    }
    await this.later.schedule(conversation, order, trx)
  }

  /** The visitor is told nothing new: for them it ended when it was resolved. */
  async run({ conversationId, payload }: DueAction, now: DateTime): Promise<void> {
    const conversation = await Conversation.find(conversationId)
    if (!conversation || !isStillResolved(conversation, payload)) return
    await this.writer.change(conversation, async (locked, trx) => {
      if (!isStillResolved(locked, payload)) return []
      moveTo(locked, 'closed')
      return [await announce(locked, 'auto_closed', closingLine(locked, now), trx)]
    })
  }
}

/** Resolved, and not resolved anew since. */
const isStillResolved = ({ status, resolvedAt }: Conversation, payload: DueAction['payload']) =>
  status === 'resolved' && resolvedAt?.toMillis() === payload.resolvedAt

function closingLine({ resolvedAt }: Conversation, now: DateTime) {
  const hours = Math.round(now.diff(resolvedAt!, 'hours').hours)
  return `Closed automatically, ${hours} ${hours === 1 ? 'hour' : 'hours'} after it was resolved`
}
