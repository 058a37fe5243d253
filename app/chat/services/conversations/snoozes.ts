import type { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Conversation from '#chat/models/conversation'
import Agent from '#chat/models/agent'
import type DueAction from '#chat/models/due_action'
import { IllegalMove } from '#chat/exceptions/chat_errors'
import type { AgentLoads } from '#chat/services/team/agent_loads'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import { isOpen } from '#chat/services/conversations/status_rules'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { laterTime } from '#chat/services/due_actions/later_time'
import { scheduleWoken } from '#chat/services/notifications/schedule_notice'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { houseText, text } from '#chat/texts/text'

/**
 * Snoozes conversations until a time, or until their visitor writes: until then they leave the lists of open work and
 * take none of their agent's capacity. The visitor sees no difference.
 */
export class Snoozes implements DueKind {
  readonly name = 'snooze-end'

  constructor(
    protected writer: ConversationWriter,
    protected emitter: EmitterLike<EventsList>,
    protected loads: AgentLoads,
    protected later: DueActions
  ) {}

  /**
   * Snoozes an open conversation, or changes the time of a snoozed one.
   *
   * @throws SnoozeTime when the time is past, or more than a year away
   * @throws IllegalMove when the conversation has ended or is archived
   */
  async snooze(conversation: Conversation, until: DateTime, by: Agent): Promise<Conversation> {
    const dueAt = laterTime(until)
    const written = await this.writer.change(conversation, async (locked, trx) => {
      if (!isOpen(locked.status) || locked.archivedAt) {
        throw new IllegalMove([text('refusals.snooze_open_only')])
      }
      await this.loads.snooze(locked, dueAt, trx)
      const payload = { agentId: by.id }
      await this.later.schedule(locked, { purpose: 'snooze', kind: this.name, dueAt, payload }, trx)
      const line = houseText('system_lines.snoozed', { agent: by.name })
      return [await addSystemLine(locked, 'snoozed', line, trx, { until: dueAt.toISO() })]
    })
    return written.conversation
  }

  /** Ends a snooze early; a conversation that is not snoozed stays as it is. */
  async wake(conversation: Conversation, by: Agent): Promise<Conversation> {
    const written = await this.#wake(
      conversation,
      houseText('system_lines.woken', { agent: by.name }),
      () => true
    )
    return written.conversation
  }

  /** Notifies the assignee or, for an unassigned conversation, the agent who snoozed it. */
  async run({ conversationId, payload }: DueAction, now: DateTime): Promise<void> {
    const conversation = await Conversation.find(conversationId)
    if (!conversation) return
    const isTime = (until: DateTime) => until <= now
    const line = houseText('system_lines.snooze_over')
    const woken = await this.#wake(conversation, line, isTime, Number(payload.agentId))
    if (woken.messages.length === 0) return
    const agent = await Agent.find(woken.conversation.agentId ?? payload.agentId)
    if (!agent) return
    emitAfterCommit(this.emitter, 'chat.conversation.woken', {
      conversation: woken.conversation,
      agent,
    })
  }

  /** `notified` is who is notified of an unassigned conversation; without, no agent is. */
  #wake(
    conversation: Conversation,
    line: string,
    isTime: (until: DateTime) => boolean,
    notified?: number
  ) {
    return this.writer.change(conversation, async (locked, trx) => {
      if (!locked.snoozedUntil || !isTime(locked.snoozedUntil)) return []
      await this.loads.wake(locked, trx)
      if (notified) await scheduleWoken(this.later, locked, locked.agentId ?? notified, trx)
      return [await addSystemLine(locked, 'woken', line, trx)]
    })
  }
}
