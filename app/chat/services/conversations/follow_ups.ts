import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import type Message from '#chat/models/message'
import type Widget from '#chat/models/widget'
import type { AutoClose } from '#chat/services/conversations/auto_close'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import {
  firstHours,
  nextStep,
  type FollowUpStep,
} from '#chat/services/conversations/follow_up_step'
import { appendMessage } from '#chat/services/conversations/message_log'
import { isOpen } from '#chat/services/conversations/status_rules'
import { moveTo } from '#chat/services/conversations/status_transitions'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import type { ReplyMails } from '#chat/services/mail/reply_mails'
import { pushSoon } from '#chat/services/notifications/visitors/push_due'
import type { AgentLoads } from '#chat/services/team/agent_loads'
import { followUpText } from '#chat/services/widgets/widget_texts'
import { inLanguage } from '#chat/texts/catalogue'
import { houseText } from '#chat/texts/text'

interface Parts {
  writer: ConversationWriter
  dueActions: DueActions
  loads: AgentLoads
  autoClose: AutoClose
  mails: Pick<ReplyMails, 'dueAt'>
}

/**
 * What becomes of conversations whose visitor does not answer (N5): after the widget's hours one follow-up, after more
 * hours they are resolved. An open conversation of such a widget has one due row, which looks at it again and again: it
 * is put off as long as nothing is due, so that messages cost nothing more.
 */
export class FollowUps implements DueKind {
  readonly name = 'follow-up'

  constructor(protected parts: Parts) {}

  /** Has a locked conversation that begins, or is open again, followed up, if its widget does that. */
  async watch(
    conversation: Conversation,
    widget: Widget,
    trx: TransactionClientContract,
    now = DateTime.utc()
  ): Promise<void> {
    conversation.isFollowedUp = true
    await this.#lookAgain(conversation, widget, now, trx)
  }

  /** What is going to happen with a conversation, and when; null for nothing. */
  next(conversation: Conversation, widget: Widget): Promise<FollowUpStep | null> {
    return nextStep(conversation, widget)
  }

  /** An agent takes what is due off a conversation, until it is reopened; a second time changes nothing. */
  async withdraw(conversation: Conversation, by: Agent): Promise<void> {
    const change = async (locked: Conversation, trx: TransactionClientContract) => {
      if (!locked.isFollowedUp) return []
      locked.isFollowedUp = false
      await this.parts.dueActions.cancel(locked, this.name, trx)
      const line = houseText('system_lines.follow_up_cancelled', { agent: by.name })
      return [await addSystemLine(locked, 'follow_up', line, trx)]
    }
    await this.parts.writer.change(conversation, change, by)
  }

  async run({ conversationId }: DueAction, now: DateTime): Promise<void> {
    const conversation = await Conversation.query()
      .where('id', conversationId!)
      .preload('visitor')
      .preload('widget')
      .first()
    if (!conversation || firstHours(conversation.widget) === null) return
    const { widget, visitor } = conversation
    await this.parts.writer.change(conversation, async (locked, trx) => {
      if (!isOpen(locked.status) || !locked.isFollowedUp) return []
      const step = await nextStep(locked, widget, trx)
      if (!step || step.dueAt > now) {
        await this.#lookAgain(locked, widget, now, trx, step?.dueAt)
        return []
      }
      if (step.action === 'resolve') return [await this.#resolve(locked, trx)]
      const content = inLanguage(visitor.locale, () => followUpText(widget))
      return [await this.#followUp(locked, widget, { content, now }, trx)]
    })
  }

  async #followUp(
    locked: Conversation,
    widget: Widget,
    { content, now }: { content: string; now: DateTime },
    trx: TransactionClientContract
  ): Promise<Message> {
    const message = await appendMessage(
      locked,
      {
        senderType: 'bot',
        senderId: null,
        senderName: locked.agentName ?? widget.name,
        type: 'text',
        visibility: 'public',
        content,
        metadata: { follow_up: true },
      },
      trx
    )
    locked.visitorUnreadCount += 1
    locked.mailDueAt = this.parts.mails.dueAt()
    pushSoon(locked)
    const { resolveAfterHours: hours } = widget
    const resolveAt = hours === null ? undefined : message.createdAt.plus({ hours })
    await this.#lookAgain(locked, widget, now, trx, resolveAt)
    return message
  }

  async #resolve(locked: Conversation, trx: TransactionClientContract): Promise<Message> {
    await this.parts.loads.releaseCapacity(locked, trx)
    moveTo(locked, 'resolved')
    await this.parts.autoClose.schedule(locked, trx)
    return addSystemLine(locked, 'resolved', { key: 'resolved_unanswered', agent: '' }, trx)
  }

  async #lookAgain(
    conversation: Conversation,
    widget: Widget,
    now: DateTime,
    trx: TransactionClientContract,
    at?: DateTime
  ) {
    const hours = firstHours(widget)
    if (hours === null) return
    const order = { purpose: this.name, kind: this.name, dueAt: at ?? now.plus({ hours }) } as const
    await this.parts.dueActions.schedule(conversation, order, trx)
  }
}
