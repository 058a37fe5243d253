import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Conversation from '#chat/models/conversation'
import Agent from '#chat/models/agent'
import type DueAction from '#chat/models/due_action'
import { IllegalMove, SnoozeTime } from '#chat/exceptions/chat_errors'
import type { AgentLoads } from '#chat/services/agent_loads'
import { announce } from '#chat/services/announcements'
import { isOpen } from '#chat/services/conversation_status'
import type { ConversationWriter } from '#chat/services/conversation_writer'
import type { DueActions } from '#chat/services/later/due_actions'
import type { DueKind } from '#chat/services/later/due_kind'
import { tell } from '#chat/services/tell'

const LONGEST = { years: 1 }

/**
 * Puts conversations aside until a time, or until their visitor writes: meanwhile they are in no list of
 * open work and take none of their agent's capacity. The visitor notices nothing.
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
   * Puts an open conversation aside, or chooses another time for one that is aside.
   *
   * @throws SnoozeTime when the time is past, or more than a year away
   * @throws IllegalMove when the conversation has ended or is archived
   */
  async snooze(conversation: Conversation, until: DateTime, by: Agent): Promise<Conversation> {
    const now = DateTime.utc()
    if (!until.isValid || until <= now || until > now.plus(LONGEST)) throw new SnoozeTime()
    const dueAt = until.toUTC().startOf('second')
    const written = await this.writer.change(conversation, async (locked, trx) => {
      if (!isOpen(locked.status) || locked.archivedAt) {
        throw new IllegalMove(['Only an open conversation can be snoozed'])
      }
      await this.loads.snooze(locked, dueAt, trx)
      const payload = { agentId: by.id }
      await this.later.schedule(locked, { purpose: 'snooze', kind: this.name, dueAt, payload }, trx)
      const line = `${by.name} snoozed this`
      return [await announce(locked, 'snoozed', line, trx, { until: dueAt.toISO() })]
    })
    return written.conversation
  }

  /** Brings a conversation back before its time; one that is not aside stays as it is. */
  async wake(conversation: Conversation, by: Agent): Promise<Conversation> {
    const written = await this.#wake(conversation, `${by.name} ended the snooze`, () => true)
    return written.conversation
  }

  /** Its agent is told, or, when it is nobody's, the one who put it aside. */
  async run({ conversationId, payload }: DueAction, now: DateTime): Promise<void> {
    const conversation = await Conversation.find(conversationId)
    if (!conversation) return
    const isTime = (until: DateTime) => until <= now
    const woken = await this.#wake(conversation, 'The snooze is over', isTime)
    if (woken.messages.length === 0) return
    const agent = await Agent.find(woken.conversation.agentId ?? payload.agentId)
    if (!agent) return
    tell(this.emitter, 'chat.conversation.woken', { conversation: woken.conversation, agent })
  }

  #wake(conversation: Conversation, line: string, isTime: (until: DateTime) => boolean) {
    return this.writer.change(conversation, async (locked, trx) => {
      if (!locked.snoozedUntil || !isTime(locked.snoozedUntil)) return []
      await this.loads.wake(locked, trx)
      return [await announce(locked, 'woken', line, trx)]
    })
  }
}
