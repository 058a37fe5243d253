import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/config/chat_config'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import { moveTo } from '#chat/services/conversations/status_transitions'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { houseText } from '#chat/texts/text'

/** Closes conversations a configured number of hours after they were resolved; reopened ones stay open. */
export class AutoClose implements DueKind {
  readonly name = 'auto-close'

  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter,
    protected later: DueActions
  ) {}

  /** Schedules the closing, in the transaction that resolves the conversation. */
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

  /** Sends the visitor no message: for them the conversation ended when it was resolved. */
  async run({ conversationId, payload }: DueAction, now: DateTime): Promise<void> {
    const conversation = await Conversation.find(conversationId)
    if (!conversation || !isStillResolved(conversation, payload)) return
    await this.writer.change(conversation, async (locked, trx) => {
      if (!isStillResolved(locked, payload)) return []
      moveTo(locked, 'closed')
      return [await addSystemLine(locked, 'auto_closed', closingLine(locked, now), trx)]
    })
  }
}

/** Whether the conversation is still resolved by the resolution that scheduled the closing. */
const isStillResolved = ({ status, resolvedAt }: Conversation, payload: DueAction['payload']) =>
  status === 'resolved' && resolvedAt?.toMillis() === payload.resolvedAt

function closingLine({ resolvedAt }: Conversation, now: DateTime) {
  const count = Math.round(now.diff(resolvedAt!, 'hours').hours)
  return houseText('system_lines.auto_closed', { count })
}
